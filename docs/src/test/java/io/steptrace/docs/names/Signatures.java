package io.steptrace.docs.names;

import static javax.tools.StandardLocation.CLASS_PATH;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What a package offers to code that is compiled against it: its types and their members, each a line. */
public final class Signatures {

    private static final Set<String> OF_EACH_ENUM = Set.of("values", "valueOf");

    private Signatures() {
    }

    /** Of a package without those below it, in the order of the names; what belongs to a type is indented. */
    public static List<String> of(String name) {
        try (StandardJavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            return StreamSupport.stream(files.list(CLASS_PATH, name, Set.of(Kind.CLASS), false).spliterator(), false)
                    .map(file -> loaded(files.inferBinaryName(CLASS_PATH, file))).filter(Signatures::isOffered)
                    .sorted(Comparator.comparing(Class::getName))
                    .flatMap(type -> Stream.concat(Stream.of(declarationOf(type)), membersOf(type))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, Signatures.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOffered(Class<?> type) {
        return isOffered(type.getModifiers()) && !type.isSynthetic()
                && (type.getDeclaringClass() == null || isOffered(type.getDeclaringClass()));
    }

    private static boolean isOffered(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String declarationOf(Class<?> type) {
        Stream<Type> above = Stream.concat(Stream.ofNullable(type.getGenericSuperclass()),
                Arrays.stream(type.getGenericInterfaces())).filter(each -> each != Object.class && each != Annotation.class);
        String supertypes = above.map(Type::getTypeName).collect(Collectors.joining(", "));
        return annotationsOf(type.getAnnotations())
                + shortened(type.toGenericString() + (supertypes.isEmpty() ? "" : " : " + supertypes));
    }

    private static Stream<String> membersOf(Class<?> type) {
        Stream<String> constants = type.isEnum() ? Arrays.stream(type.getEnumConstants()).map(Object::toString)
                : Stream.empty();
        Stream<Member> members = Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream).map(Member.class::cast)
                .filter(member -> isOffered(member.getModifiers()) && !member.isSynthetic())
                .filter(member -> !type.isEnum() || member instanceof Method && !OF_EACH_ENUM.contains(member.getName()));
        return Stream.concat(constants, members.map(Signatures::declarationOf).sorted()).map(member -> "    " + member);
    }

    private static String declarationOf(Member member) {
        String declaration = member instanceof Executable executable ? executable.toGenericString() : member.toString();
        String owner = member.getDeclaringClass().getTypeName();
        String name = member instanceof Constructor<?> ? owner + "(" : owner + ".";
        String within = declaration.replace(name, member instanceof Constructor<?> ? "new (" : "");
        Object value = member instanceof Method method ? method.getDefaultValue() : null;
        Annotation[] annotations = member instanceof Executable executable ? executable.getAnnotations() : new Annotation[0];
        return annotationsOf(annotations) + shortened(within)
                + (value == null ? "" : " default " + (value instanceof String text ? '"' + text + '"' : value));
    }

    private static String annotationsOf(Annotation[] annotations) {
        return Arrays.stream(annotations).map(annotation -> shortened(annotation.toString())).sorted()
                .collect(Collectors.joining(" ", "", annotations.length == 0 ? "" : " "));
    }

    private static String shortened(String declaration) {
        return declaration.replaceAll("\\bjava\\.(?:lang|util|time)(?:\\.(?:annotation|function|concurrent))?\\.(?=[A-Z])", "");
    }
}
