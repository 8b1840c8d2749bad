package io.steptrace.benchmarks.watched;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line in which Quarkus says that it is done, and how long that took. */
public enum Announcement {

    AUGMENTED("Quarkus augmentation completed in (\\d+)ms", 1),

    STARTED(" started in (\\d+\\.\\d+)s\\.", 1000);

    private final Pattern pattern;
    private final double millisPerUnit;

    Announcement(String pattern, double millisPerUnit) {
        this.pattern = Pattern.compile(pattern);
        this.millisPerUnit = millisPerUnit;
    }

    /** How long it took; empty if the line says something else. */
    OptionalDouble millisIn(String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find() ? OptionalDouble.of(Double.parseDouble(matcher.group(1)) * millisPerUnit)
                : OptionalDouble.empty();
    }
}
