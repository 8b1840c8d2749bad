/**
 * The kinds of time: working, unknown, and a kind for each way to wait. Colours, patterns, legend and words follow from these.
 */
const WORDS = {
    working: 'working',
    queue: 'waiting in a queue',
    lock: 'waiting for a lock',
    limit: 'waiting at a limit: pool, bulkhead, rate',
    timer: 'waiting for a timer',
    io_wait: 'waiting for a socket or file',
    gc: 'stopped by the garbage collector',
    other: 'waiting for something else',
    call: 'waiting for a call',
    unknown: 'unknown'
};

/** First words of what the verdict says of a wait, where they are not the kind themselves. */
const FIRST_WORDS = { backpressure: 'limit', rate_limit: 'limit' };

/** All kinds, in the order of the legend. */
export const KINDS = Object.keys(WORDS);

export function wordsOf(kind) {
    return WORDS[kind];
}

/** The kind of a wait by what the verdict calls it: 'queue digest', 'lock PageViews.of:30', 'http.get comments'. */
export function kindOfWait(cause) {
    const first = cause.split(' ', 1)[0];
    if (FIRST_WORDS[first]) {
        return FIRST_WORDS[first];
    }
    if (WORDS[first]) {
        return first;
    }
    return first.includes('.') ? 'call' : 'other';
}

/** The kind of a stretch of a span. */
export function kindOfStretch(stretch) {
    if (stretch.kind === 'park') {
        return kindOfWait(stretch.cause);
    }
    return stretch.kind;
}
