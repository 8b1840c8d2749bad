import { millisToNanos } from './durations.js';
import { waitedNanos } from './parts.js';

/**
 * Which traces are listed, and in which order.
 */
export const EVERYTHING = { name: '', waitedMillis: 0, errorsOnly: false, longestFirst: false };

/** @param lines the newest first */
export function listed(lines, filter) {
    const name = filter.name.trim().toLowerCase();
    const waited = millisToNanos(filter.waitedMillis);
    const chosen = lines.filter(line => (!name || line.name.toLowerCase().includes(name))
            && (waited === 0 || waitedNanos(line) > waited)
            && (!filter.errorsOnly || line.error));
    return filter.longestFirst ? chosen.sort((a, b) => b.lengthNanos - a.lengthNanos) : chosen;
}
