import { LitElement, html, css, nothing } from 'lit';
import '@vaadin/button';
import '@vaadin/icon';
import { breakdown, breakdownStyles } from './breakdown.js';
import { duration } from './durations.js';
import { partsOfSpan } from './parts.js';
import { patterns } from './patterns.js';
import { frameLink, fullPlace, placeLink, placeStyles } from './place.js';

const STACK = 'code.stacktrace';

/**
 * All that is known of one span. 'details-close' when it is not to be shown any longer.
 */
export class SteptraceSpanDetails extends LitElement {

    static styles = [patterns, breakdownStyles, placeStyles, css`
        :host {
            display: block;
            overflow: auto;
            padding: 8px 12px 16px;
            box-sizing: border-box;
            font-size: var(--lumo-font-size-s);
            background: var(--lumo-contrast-5pct);
            border-radius: 6px;
        }
        header {
            display: flex;
            align-items: flex-start;
            justify-content: space-between;
            gap: 8px;
        }
        h3 {
            margin: 4px 0 2px;
            font-size: var(--lumo-font-size-m);
            overflow-wrap: anywhere;
        }
        h4 {
            margin: 14px 0 4px;
            font-size: var(--lumo-font-size-xs);
            color: var(--lumo-contrast-70pct);
            font-weight: 600;
        }
        p {
            margin: 2px 0 8px;
        }
        dl {
            display: grid;
            grid-template-columns: minmax(80px, auto) minmax(0, 1fr);
            gap: 2px 12px;
            margin: 0;
            font-size: var(--lumo-font-size-xs);
        }
        dt {
            color: var(--lumo-contrast-70pct);
            overflow-wrap: anywhere;
        }
        dd {
            margin: 0;
            overflow-wrap: anywhere;
            white-space: pre-wrap;
        }
        ol {
            margin: 0;
            padding: 0;
            list-style: none;
            font-size: var(--lumo-font-size-xs);
        }
        .at {
            color: var(--lumo-contrast-70pct);
            font-variant-numeric: tabular-nums;
            margin-right: 8px;
        }
        .event > dl {
            margin: 0 0 4px 16px;
        }
        .frames li {
            font-family: monospace;
            word-break: break-all;
            padding: 1px 0 1px 2ch;
            text-indent: -2ch;
        }
        .error {
            color: var(--lumo-error-text-color);
            font-weight: 600;
        }
    `];

    static properties = {
        span: { attribute: false }
    };

    render() {
        const span = this.span;
        return html`
            <header>
                <h3>${span.name}</h3>
                <vaadin-button theme="tertiary small icon" aria-label="Close the details" title="Close (Escape)"
                    @click=${() => this.dispatchEvent(new CustomEvent('details-close'))}>
                    <vaadin-icon icon="font-awesome-solid:xmark"></vaadin-icon>
                </vaadin-button>
            </header>
            <p>${duration(span.endNanos - span.beginNanos)}, from ${duration(span.beginNanos)} on
                ${span.status ? html`, <span class=${span.error ? 'error' : ''}>${span.status}</span>` : nothing}</p>
            ${span.place ? html`<p>at ${placeLink(span.place, fullPlace(span.place))}
                ${span.detected ? html`<br>found there: no code marks this wait` : nothing}</p>` : nothing}
            ${breakdown(partsOfSpan(span))}
            ${this._stack(span)}
            ${this._events(span)}
            ${this._attributes(span)}`;
    }

    _stack(span) {
        return span.stack.length === 0 ? nothing : html`<h4>Stack, the application's frames first</h4>
            <ol class="frames">${span.stack.map(frame => html`<li>${frameLink(frame)}</li>`)}</ol>`;
    }

    _events(span) {
        return span.events.length === 0 ? nothing : html`<h4>Events</h4>
            <ol>${span.events.map(event => html`<li class="event"><span class="at">+${duration(event.atNanos)}</span>${event.name}
                ${this._table(Object.entries(event.attributes))}</li>`)}</ol>`;
    }

    _attributes(span) {
        const entries = Object.entries(span.attributes).filter(([key]) => key !== STACK || span.stack.length === 0);
        return entries.length === 0 ? nothing : html`<h4>Attributes</h4>${this._table(entries.sort())}`;
    }

    _table(entries) {
        return entries.length === 0 ? nothing
            : html`<dl>${entries.map(([key, value]) => html`<dt>${key}</dt><dd>${value}</dd>`)}</dl>`;
    }
}

customElements.define('steptrace-span-details', SteptraceSpanDetails);
