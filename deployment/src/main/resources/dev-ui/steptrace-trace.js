import { LitElement, html, css, nothing } from 'lit';
import '@vaadin/button';
import '@vaadin/icon';
import './steptrace-legend.js';
import './steptrace-span-details.js';
import './steptrace-waterfall.js';
import { bar, barStyles } from './bar.js';
import { copy } from './copying.js';
import { linkTo } from './deep-link.js';
import { clock } from './durations.js';
import { kindsOf, partsOfLine, partsOfSpan } from './parts.js';
import { patterns } from './patterns.js';

/**
 * One trace: the verdict in a sentence, its bar, its waterfall, and the details of the span that was opened. 'trace-close' when the
 * list is to be shown again.
 */
export class SteptraceTrace extends LitElement {

    static styles = [patterns, barStyles, css`
        :host {
            display: flex;
            flex-direction: column;
            gap: 8px;
            min-height: 0;
            container-type: inline-size;
            --bar-height: 16px;
        }
        header {
            display: flex;
            flex-wrap: wrap;
            align-items: center;
            gap: 2px 12px;
        }
        h2 {
            font-size: var(--lumo-font-size-l);
            margin: 0;
            overflow-wrap: anywhere;
            min-width: 0;
            flex: 1;
        }
        .verdict {
            margin: 0;
            font-size: var(--lumo-font-size-m);
            overflow-wrap: anywhere;
        }
        .began,
        .hint {
            color: var(--lumo-contrast-70pct);
            font-size: var(--lumo-font-size-xs);
            font-weight: normal;
            margin: 0;
        }
        .error {
            color: var(--lumo-error-text-color);
        }
        .body {
            flex: 1;
            min-height: 240px;
            display: grid;
            grid-template-columns: minmax(0, 1fr);
            grid-template-rows: minmax(0, 1fr);
            gap: 10px;
        }
        .mark {
            padding: 0 5px;
            border: 1px solid var(--lumo-contrast-50pct);
            border-radius: 8px;
            font-size: var(--lumo-font-size-xxs);
        }
        @container (max-width: 640px) {
            h2 {
                order: 1;
                flex-basis: 100%;
            }
        }
        @container (min-width: 1000px) {
            .body.open {
                grid-template-columns: minmax(0, 1fr) minmax(320px, 34%);
            }
        }
        @container (max-width: 999px) {
            .body.open {
                grid-template-rows: minmax(120px, 45%) minmax(0, 55%);
            }
        }
    `];

    static properties = {
        detail: { attribute: false },
        _openSpanId: { state: true },
        _activeSpanId: { state: true }
    };

    constructor() {
        super();
        this._openSpanId = null;
        this._activeSpanId = null;
    }

    willUpdate(changed) {
        if (changed.has('detail')) {
            this._openSpanId = null;
            this._activeSpanId = this.detail.spans[0]?.spanId ?? null;
            this._kinds = kindsOf([...partsOfLine(this.detail.line), ...this.detail.spans.flatMap(partsOfSpan)]);
            this._lengthNanos = this.detail.spans.reduce((end, span) => Math.max(end, span.endNanos), 1);
        }
    }

    updated(changed) {
        if (changed.has('detail')) {
            this.renderRoot.querySelector('steptrace-waterfall').updateComplete.then(() => this._focusRows());
        }
    }

    render() {
        const { line, verdict, spans, text } = this.detail;
        const openSpan = spans.find(span => span.spanId === this._openSpanId);
        return html`
            <header>
                <vaadin-button theme="tertiary small" @click=${this._close} title="Back to the list (Escape)">
                    <vaadin-icon icon="font-awesome-solid:arrow-left" slot="prefix"></vaadin-icon>All traces
                </vaadin-button>
                <h2>${line.name} ${line.status ? html`<span class=${line.error ? 'error' : ''}>${line.status}</span>` : nothing}
                    <span class="began">${clock(line.beganMillis)}</span></h2>
                <vaadin-button theme="tertiary small" title="As the console draws it" @click=${() => copy(text, 'Trace')}>
                    <vaadin-icon icon="font-awesome-solid:copy" slot="prefix"></vaadin-icon>Copy as text
                </vaadin-button>
                <vaadin-button theme="tertiary small" title="An address that opens this trace again"
                    @click=${() => copy(linkTo(line.id), 'Link')}>
                    <vaadin-icon icon="font-awesome-solid:link" slot="prefix"></vaadin-icon>Copy link
                </vaadin-button>
            </header>
            <p class="verdict">${verdict ?? 'No verdict: the first span has not ended.'}</p>
            ${bar(partsOfLine(line), 1)}
            <steptrace-legend .kinds=${this._kinds}>${spans.some(span => span.detected)
                ? html`<li><span class="mark">found</span> a wait that no code marks</li>` : nothing}</steptrace-legend>
            ${line.complete ? nothing : html`<p class="hint">Some spans are missing: they have not ended, or found no room.</p>`}
            <div class="body ${openSpan ? 'open' : ''}">
                <steptrace-waterfall .items=${spans} .lengthNanos=${this._lengthNanos} .activeKey=${this._activeSpanId}
                    .hasDetails=${openSpan !== undefined} @row-active=${event => this._activate(event.detail)}
                    @row-open=${event => this._openSpanId = event.detail} @rows-leave=${this._leave}></steptrace-waterfall>
                ${openSpan ? html`<steptrace-span-details .span=${openSpan} @keydown=${this._keyInDetails}
                    @details-close=${this._closeDetails}></steptrace-span-details>` : nothing}
            </div>`;
    }

    /** Once details are open they follow the keyboard. */
    _activate(spanId) {
        this._activeSpanId = spanId;
        if (this._openSpanId !== null) {
            this._openSpanId = spanId;
        }
    }

    _keyInDetails(event) {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this._closeDetails();
        }
    }

    _leave() {
        if (this._openSpanId !== null) {
            this._closeDetails();
        } else {
            this._close();
        }
    }

    _closeDetails() {
        this._openSpanId = null;
        this._focusRows();
    }

    _focusRows() {
        this.renderRoot.querySelector('steptrace-waterfall').focus();
    }

    _close() {
        this.dispatchEvent(new CustomEvent('trace-close'));
    }
}

customElements.define('steptrace-trace', SteptraceTrace);
