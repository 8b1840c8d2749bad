import { duration } from './durations.js';
import { wordsOf } from './kinds.js';

/**
 * Sentences about parts of time: what a screen reader says, and what stands below a bar.
 */

/** What one part was: its cause if there is one, else its kind. */
export function nameOf(part) {
    return part.cause || wordsOf(part.kind);
}

export function phrase(part) {
    const wait = part.cause ? `waiting: ${part.cause}` : wordsOf(part.kind);
    return `${duration(part.nanos)} ${wait}`;
}

/** The longest parts in a few words: 'queue digest 600 ms, working 5.12 ms'. */
export function summary(parts, most = 3) {
    return [...parts].sort((a, b) => b.nanos - a.nanos).slice(0, most)
            .map(part => `${nameOf(part)} ${duration(part.nanos)}`).join(', ');
}
