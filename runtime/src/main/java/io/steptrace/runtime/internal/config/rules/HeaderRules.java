package io.steptrace.runtime.internal.config.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of headers that a collector gets, a list of {@code name=value}. No message repeats a value, nor a name that
 * does not look like one: either may be a credential.
 */
final class HeaderRules {

    /** RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");

    /** They say where a request ends, which the client alone knows. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    /** HTTP/2 knows no headers of a connection; RFC 9113, section 8.2.2. */
    private static final Set<String> OF_CONNECTION = Set.of("connection", "keep-alive", "proxy-connection", "upgrade");

    private HeaderRules() {
    }

    /**
     * The violated rules.
     *
     * @param key as it is written
     * @param headers entries of the list; blank ones count for nothing
     * @param isHttp2 whether they go out over HTTP/2, as with gRPC
     */
    static List<String> violationsOf(String key, List<String> headers, boolean isHttp2) {
        List<String> violations = new ArrayList<>();
        for (int at = 0; at < headers.size(); at++) {
            String entry = "its entry " + (at + 1);
            Optional.of(headers.get(at)).filter(header -> !header.isBlank()).map(header -> fault(header, entry, isHttp2))
                    .filter(fault -> !fault.isEmpty()).ifPresent(fault -> violations.add(key + " must " + fault));
        }
        return violations;
    }

    /** What the list must be and is not because of the header; empty if it is all right. */
    private static String fault(String header, String entry, boolean isHttp2) {
        int equals = header.indexOf('=');
        if (equals < 0) {
            return "be a list of name=value, but " + entry + " has no = - a comma in a value is written \\,";
        }
        String name = header.substring(0, equals).strip();
        if (!TOKEN.matcher(name).matches()) {
            return "be a list of name=value, but " + entry + " does not begin with the name of a header"
                    + (name.indexOf(':') < 0 ? "" : " - write = between name and value, not :");
        }
        String known = name.toLowerCase(Locale.ROOT);
        if (FRAMING.contains(known) || isHttp2 && OF_CONNECTION.contains(known)) {
            return "not have the header " + name + " - leave it to the client";
        }
        String shown = shown(name, entry);
        String value = header.substring(equals + 1).strip();
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            return "have values of one line, but that of " + shown + " has a line break - base64 -w0 puts none in";
        }
        return value.chars().anyMatch(HeaderRules::isForbidden)
                ? "have values that HTTP allows, but that of " + shown + " has a control character"
                : "";
    }

    /** The name of a header if it looks like one and not like a credential. */
    static String shown(String name, String otherwise) {
        return HARMLESS.matcher(name).matches() ? name : otherwise;
    }

    /** RFC 9110, section 5.5. */
    private static boolean isForbidden(int character) {
        return character < ' ' && character != '\t' || character == 0x7F;
    }
}
