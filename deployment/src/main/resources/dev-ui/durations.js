/**
 * Durations and instants in words.
 */
const MICRO = 1_000;
const MILLI = 1_000_000;
const SECOND = 1_000_000_000;
const MINUTE = 60 * SECOND;

/** As many digits as a person compares: '0.35 ms', '62.1 ms', '630 ms', '1.25 s', '2 min 5 s'. */
export function duration(nanos) {
    if (nanos >= MINUTE) {
        return `${Math.floor(nanos / MINUTE)} min ${Math.floor((nanos % MINUTE) / SECOND)} s`;
    }
    if (nanos >= 999.5 * MILLI) {
        return `${(nanos / SECOND).toFixed(2)} s`;
    }
    if (nanos >= 99.95 * MILLI) {
        return `${(nanos / MILLI).toFixed(0)} ms`;
    }
    if (nanos >= 9.995 * MILLI) {
        return `${(nanos / MILLI).toFixed(1)} ms`;
    }
    return nanos > 0 && nanos < 5 * MICRO ? '< 0.01 ms' : `${(nanos / MILLI).toFixed(2)} ms`;
}

/** A mark of an axis: no digits that say nothing. */
export function mark(nanos) {
    return nanos >= SECOND ? `${nanos / SECOND} s` : `${nanos / MILLI} ms`;
}

/** How large a part is of the whole, in percent. */
export function percent(part, whole) {
    return whole > 0 ? `${Math.round(100 * part / whole)} %` : '';
}

/** The time of day, where the browser is. */
export function clock(millis) {
    const date = new Date(millis);
    const two = number => String(number).padStart(2, '0');
    return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.`
            + String(date.getMilliseconds()).padStart(3, '0');
}

export function millisToNanos(millis) {
    return millis * MILLI;
}
