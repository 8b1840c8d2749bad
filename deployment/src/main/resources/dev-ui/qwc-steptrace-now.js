import { QwcHotReloadElement, html, css, nothing } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import './steptrace-advice.js';
import './steptrace-export.js';
import './steptrace-pools.js';
import './steptrace-queues.js';
import './steptrace-work.js';

const EVERY_MILLIS = 1000;

/**
 * The page Now: what the application is doing, asked anew each second while the page is in sight.
 */
export class QwcSteptraceNow extends QwcHotReloadElement {

    static styles = css`
        :host {
            display: flex;
            flex-direction: column;
            gap: 22px;
            padding: 0 12px 16px;
        }
    `;

    static properties = {
        _now: { state: true },
        _advice: { state: true }
    };

    constructor() {
        super();
        this._now = null;
        this._advice = [];
        this._jsonRpc = new JsonRpc(this, false);
    }

    connectedCallback() {
        super.connectedCallback();
        this.hotReload();
        this._timer = setInterval(() => document.hidden || this._ask(), EVERY_MILLIS);
    }

    disconnectedCallback() {
        clearInterval(this._timer);
        super.disconnectedCallback();
    }

    hotReload() {
        this._asking = false;
        this._ask();
    }

    /** Not before the last answer has come: while the application reloads there is none. */
    async _ask() {
        if (this._asking) {
            return;
        }
        this._asking = true;
        try {
            const [now, advice] = await Promise.all([this._jsonRpc.now(), this._jsonRpc.advice()]);
            this._now = now.result;
            this._advice = advice.result;
        } finally {
            this._asking = false;
        }
    }

    render() {
        if (this._now === null) {
            return nothing;
        }
        const { queues, pools, stuck, running, breaker, spool } = this._now;
        return html`
            <steptrace-work heading="Stuck" none="Nothing is stuck." .work=${stuck}></steptrace-work>
            <steptrace-advice .advice=${this._advice.filter(one => !queues.some(queue => queue.advice === one.text))}></steptrace-advice>
            <steptrace-queues .queues=${queues}></steptrace-queues>
            <steptrace-pools .pools=${pools}></steptrace-pools>
            <steptrace-work heading="Running" none="Nothing is running." .work=${running}></steptrace-work>
            <steptrace-export .breaker=${breaker} .spool=${spool}></steptrace-export>`;
    }
}

customElements.define('qwc-steptrace-now', QwcSteptraceNow);
