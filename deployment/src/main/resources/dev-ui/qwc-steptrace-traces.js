import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import '@vaadin/button';
import '@vaadin/checkbox';
import '@vaadin/icon';
import './steptrace-legend.js';
import './steptrace-nothing.js';
import './steptrace-trace.js';
import './steptrace-trace-filter.js';
import './steptrace-trace-list.js';
import { linkedTrace, showLink } from './deep-link.js';
import { EVERYTHING, listed } from './filters.js';
import { kindsOf, partsOfLine } from './parts.js';
import { TraceFeed } from './trace-feed.js';

/**
 * The page Traces: the finished traces, live, or one of them.
 */
export class QwcSteptraceTraces extends QwcHotReloadElement {

    static styles = css`
        :host {
            display: flex;
            flex-direction: column;
            gap: 8px;
            height: 100%;
            box-sizing: border-box;
            padding: 0 12px;
        }
        .bar {
            display: flex;
            flex-wrap: wrap;
            align-items: center;
            justify-content: space-between;
            gap: 4px 12px;
        }
        .buttons {
            display: flex;
            flex-wrap: wrap;
            align-items: center;
            gap: 4px;
        }
        .count {
            font-size: var(--lumo-font-size-xs);
            color: var(--lumo-contrast-70pct);
            margin-right: 8px;
        }
        steptrace-trace-list,
        steptrace-trace {
            flex: 1;
            min-height: 200px;
        }
    `;

    static properties = {
        _lines: { state: true },
        _heldBack: { state: true },
        _filter: { state: true },
        _toScale: { state: true },
        _activeId: { state: true },
        _openId: { state: true },
        _detail: { state: true }
    };

    constructor() {
        super();
        this._lines = null;
        this._heldBack = 0;
        this._filter = EVERYTHING;
        this._toScale = true;
        this._activeId = null;
        this._openId = null;
        this._detail = null;
        this._jsonRpc = new JsonRpc(this, false);
        this._feed = new TraceFeed(this._jsonRpc, (lines, heldBack) => {
            this._lines = lines;
            this._heldBack = heldBack;
        });
        this._moved = () => this._show(linkedTrace());
    }

    connectedCallback() {
        super.connectedCallback();
        window.addEventListener('popstate', this._moved);
        this.hotReload();
        this._show(linkedTrace());
    }

    disconnectedCallback() {
        window.removeEventListener('popstate', this._moved);
        this._feed.close();
        super.disconnectedCallback();
    }

    hotReload() {
        this._feed.open();
    }

    render() {
        if (this._openId !== null) {
            return this._one();
        }
        return this._lines === null ? html`` : this._list(listed(this._lines, this._filter));
    }

    _one() {
        if (this._detail) {
            return html`<steptrace-trace .detail=${this._detail} @trace-close=${this._close}></steptrace-trace>`;
        }
        if (this._detail === undefined) {
            return html``;
        }
        return html`<steptrace-nothing heading="This trace is not held any longer">
            <p>Only the latest traces are: <code>quarkus.steptrace.dev.max-traces</code> says how many.</p>
            <vaadin-button theme="primary" @click=${this._close}>All traces</vaadin-button>
        </steptrace-nothing>`;
    }

    _list(shown) {
        return html`
            <div class="bar">
                <steptrace-trace-filter .filter=${this._filter} @filter-changed=${event => this._filter = event.detail}>
                </steptrace-trace-filter>
                <div class="buttons">
                    <span class="count" role="status">${this._count(shown)}</span>
                    <vaadin-checkbox label="Bars to scale" .checked=${this._toScale}
                        @checked-changed=${event => this._toScale = event.detail.value}></vaadin-checkbox>
                    <vaadin-button theme="tertiary small" @click=${this._pause} aria-pressed=${this._feed.paused}>
                        <vaadin-icon icon="font-awesome-solid:${this._feed.paused ? 'play' : 'pause'}" slot="prefix"></vaadin-icon>
                        ${this._feed.paused ? 'Go on' : 'Pause'}
                    </vaadin-button>
                    <vaadin-button theme="tertiary small" @click=${() => this._feed.clear()}>
                        <vaadin-icon icon="font-awesome-solid:broom" slot="prefix"></vaadin-icon>Clear
                    </vaadin-button>
                </div>
            </div>
            ${shown.length === 0 ? this._nothing() : html`
                <steptrace-legend .kinds=${kindsOf(shown.flatMap(partsOfLine))}></steptrace-legend>
                <steptrace-trace-list .items=${shown} .toScale=${this._toScale} .activeKey=${this._activeId}
                    @row-active=${event => this._activeId = event.detail} @row-open=${event => this._open(event.detail)}>
                </steptrace-trace-list>`}`;
    }

    _count(shown) {
        const all = this._lines.length;
        const count = shown.length === all ? `${all} ${all === 1 ? 'trace' : 'traces'}` : `${shown.length} of ${all} traces`;
        return this._heldBack > 0 ? `${count}, ${this._heldBack} new` : count;
    }

    _nothing() {
        if (this._lines.length > 0) {
            return html`<steptrace-nothing heading="No trace matches the filter">
                <vaadin-button theme="primary" @click=${() => this._filter = EVERYTHING}>Show all ${this._lines.length}</vaadin-button>
            </steptrace-nothing>`;
        }
        return html`<steptrace-nothing heading="No traces yet">
            <p>Call your application, and what it did shows here as soon as it is done:</p>
            <pre>curl ${location.origin}/</pre>
            <p>Nothing comes? Then it is not sampled, see <code>quarkus.otel.traces.sampler</code>, or has not ended.</p>
        </steptrace-nothing>`;
    }

    _pause() {
        this._feed.paused = !this._feed.paused;
        this.requestUpdate();
    }

    _open(id) {
        showLink(id);
        this._show(id);
    }

    _close() {
        showLink(null);
        this._show(null);
        this.updateComplete.then(() => this.renderRoot.querySelector('steptrace-trace-list')?.updateComplete)
                .then(() => this.renderRoot.querySelector('steptrace-trace-list')?.focus());
    }

    async _show(id) {
        this._openId = id;
        this._detail = undefined;
        if (id !== null) {
            this._activeId = id;
            const answer = await this._jsonRpc.trace({ traceId: id });
            if (this._openId === id) {
                this._detail = answer.result ?? null;
            }
        }
    }
}

customElements.define('qwc-steptrace-traces', QwcSteptraceTraces);
