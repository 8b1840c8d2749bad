import { kindOfStretch, kindOfWait } from './kinds.js';

/**
 * Where time went, as parts {kind, cause, nanos}: what bars, legends and tables are made of.
 */

/** The parts of a whole trace: working, then each wait, then what is unknown. */
export function partsOfLine(line) {
    return [
        { kind: 'working', cause: '', nanos: line.workingNanos },
        ...line.waits.map(wait => ({ kind: kindOfWait(wait.cause), cause: wait.cause, nanos: wait.nanos })),
        { kind: 'unknown', cause: '', nanos: line.unknownNanos }
    ].filter(part => part.nanos > 0);
}

/** The parts of a span, each kind and cause once, the longest first. */
export function partsOfSpan(span) {
    const sums = new Map();
    for (const stretch of span.stretches) {
        const kind = kindOfStretch(stretch);
        const key = `${kind} ${stretch.cause}`;
        const nanos = stretch.endNanos - stretch.beginNanos;
        const sum = sums.get(key);
        if (sum) {
            sum.nanos += nanos;
        } else {
            sums.set(key, { kind, cause: stretch.cause, nanos });
        }
    }
    return [...sums.values()].filter(part => part.nanos > 0).sort((a, b) => b.nanos - a.nanos);
}

export function waitedNanos(line) {
    return line.waits.reduce((sum, wait) => sum + wait.nanos, 0);
}

/** The kinds that occur in some parts, for a legend. */
export function kindsOf(parts) {
    return new Set(parts.map(part => part.kind));
}
