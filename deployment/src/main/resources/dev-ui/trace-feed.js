const FLUSH_MILLIS = 200;

/**
 * The traces that the application holds, the newest first, kept up to date by its stream. Many traces a second make few changes:
 * they are handed over together.
 */
export class TraceFeed {

    /** @param changed called with the lines, and how many are held back by a pause */
    constructor(jsonRpc, changed) {
        this._jsonRpc = jsonRpc;
        this._changed = changed;
        this._lines = [];
        this._fresh = [];
        this._most = Infinity;
        this._paused = false;
        this._observer = null;
        this._opening = null;
        this._timer = null;
    }

    /**
     * Listens, and loads what is held; once more after a reload. Not before a first answer has come: what is asked of a connection
     * that is not open yet is sent in reverse, and a trace between the answer and the stream would never show.
     */
    async open() {
        this.close();
        const opening = this._opening = {};
        const most = await this._jsonRpc.maxTraces();
        if (this._opening !== opening) {
            return;
        }
        this._most = most.result;
        this._observer = this._jsonRpc.streamTraces().onNext(answer => this._add(answer.result));
        const lines = await this._jsonRpc.traces();
        if (this._opening === opening) {
            this._lines = lines.result;
            this._flush();
        }
    }

    close() {
        this._opening = null;
        this._observer?.cancel();
        this._observer = null;
        clearTimeout(this._timer);
        this._timer = null;
    }

    get paused() {
        return this._paused;
    }

    set paused(paused) {
        this._paused = paused;
        this._flush();
    }

    async clear() {
        await this._jsonRpc.clear();
        this._lines = [];
        this._fresh = [];
        this._flush();
    }

    _add(line) {
        this._fresh.unshift(line);
        this._fresh.length = Math.min(this._fresh.length, this._most);
        this._timer ??= setTimeout(() => this._flush(), FLUSH_MILLIS);
    }

    _flush() {
        this._timer = null;
        if (!this._paused) {
            const fresh = new Set(this._fresh.map(line => line.id));
            this._lines = [...this._fresh, ...this._lines.filter(line => !fresh.has(line.id))].slice(0, this._most);
            this._fresh = [];
        }
        this._changed(this._lines, this._fresh.length);
    }
}
