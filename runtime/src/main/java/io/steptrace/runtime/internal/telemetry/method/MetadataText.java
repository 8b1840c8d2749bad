package io.steptrace.runtime.internal.telemetry.method;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.steptrace.EffectKind;
import io.steptrace.RenderPhase;

/**
 * Metadata as texts, each a constant of what the build generates: thousands of objects would be recorded one field at
 * a time, and made anew by every start. A text is read when its method is called first. Reading is thread-safe,
 * writing is not.
 */
public final class MetadataText {

    private static final int NO_ATTEMPTS = -1;

    private final List<Class<?>> errors;

    /** @param errors those that texts refer to by their positions; more are added when texts are written */
    public MetadataText(List<Class<?>> errors) {
        this.errors = errors;
    }

    /** A step as a text. */
    public String write(StepMetadata step) {
        return text(out -> {
            writeMethod(step.method(), out);
            out.writeUTF(step.name());
            out.writeByte(step.render().ordinal());
        });
    }

    /** An effect as a text. */
    public String write(EffectMetadata effect) {
        return text(out -> {
            writeMethod(effect.method(), out);
            out.writeByte(effect.kind().ordinal());
            out.writeUTF(effect.operation());
            out.writeUTF(effect.target());
            out.writeBoolean(effect.required());
        });
    }

    /** The step that a text says. */
    public StepMetadata readStep(String text) {
        return from(text, in -> new StepMetadata(readMethod(in), in.readUTF(), RenderPhase.values()[in.readByte()]));
    }

    /** The effect that a text says. */
    public EffectMetadata readEffect(String text) {
        return from(text, in -> new EffectMetadata(readMethod(in), EffectKind.values()[in.readByte()], in.readUTF(),
                in.readUTF(), in.readBoolean()));
    }

    private void writeMethod(MethodMetadata method, DataOutputStream out) throws IOException {
        out.writeUTF(method.spanName());
        out.writeUTF(method.codeFunction());
        out.writeUTF(method.queue());
        out.writeByte(method.shape().ordinal());
        out.writeShort(method.parameters().size());
        for (ParameterAttribute parameter : method.parameters()) {
            out.writeByte(parameter.position());
            out.writeUTF(parameter.name());
            out.writeByte(parameter.type().ordinal());
        }
        out.writeShort(method.declaredErrors().size());
        for (Class<?> error : method.declaredErrors()) {
            out.writeInt(positionOf(error));
        }
        out.writeInt(method.attempts() == null ? NO_ATTEMPTS : method.attempts().bulkhead());
        out.writeBoolean(method.attempts() != null && method.attempts().timesOut());
    }

    private MethodMetadata readMethod(DataInputStream in) throws IOException {
        String spanName = in.readUTF();
        String codeFunction = in.readUTF();
        String queue = in.readUTF();
        ResultShape shape = ResultShape.values()[in.readByte()];
        List<ParameterAttribute> parameters = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            parameters.add(new ParameterAttribute(in.readUnsignedByte(), in.readUTF(),
                    ParameterAttribute.Type.values()[in.readByte()]));
        }
        List<Class<?>> declaredErrors = new ArrayList<>();
        for (int left = in.readShort(); left > 0; left--) {
            declaredErrors.add(errors.get(in.readInt()));
        }
        int bulkhead = in.readInt();
        boolean timesOut = in.readBoolean();
        return new MethodMetadata(spanName, codeFunction, queue, shape, parameters, declaredErrors,
                bulkhead == NO_ATTEMPTS ? null : new AttemptMetadata(bulkhead, timesOut));
    }

    private int positionOf(Class<?> error) {
        int position = errors.indexOf(error);
        if (position >= 0) {
            return position;
        }
        errors.add(error);
        return errors.size() - 1;
    }

    private static String text(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static <T> T from(String text, Reading<T> reading) {
        try {
            return reading.from(new DataInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }
}
