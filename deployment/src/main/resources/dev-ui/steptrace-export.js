import { LitElement, html, nothing } from 'lit';
import { meter, meterStyles } from './meter.js';
import { patterns } from './patterns.js';
import { tableStyles } from './tables.js';

const KIB = 1024;
const STATES = {
    closed: 'The collector is reachable.',
    half_open: 'The collector is being tried with one batch.',
    open: 'The collector does not answer: spans are kept until it does.'
};

/**
 * The way out to the collector: whether it is open, and how many spans wait for it.
 */
export class SteptraceExport extends LitElement {

    static styles = [patterns, tableStyles, meterStyles];

    static properties = {
        breaker: { attribute: false },
        spool: { attribute: false }
    };

    render() {
        return html`<h2>Export</h2>${this.breaker || this.spool
            ? html`${this._breaker()}${this._spool()}`
            : html`<p class="quiet">Nothing is exported: no endpoint is set, or the exporter is another one.</p>`}`;
    }

    _breaker() {
        return this.breaker ? html`<p class="quiet">Circuit breaker <strong>${this.breaker.state.replace('_', '-')}</strong>.
            ${STATES[this.breaker.state]}</p>` : nothing;
    }

    _spool() {
        if (!this.spool) {
            return nothing;
        }
        const { heldIn, spans, bytes, maxBytes, dropped } = this.spool;
        return html`<table aria-label="Spool">
            <thead><tr><th>Spool</th><th>Spans</th><th>KiB</th><th>Lost</th></tr></thead>
            <tbody><tr>
                <td data-column="Spool">${heldIn}</td>
                <td data-column="Spans" class="number">${spans}</td>
                <td data-column="KiB" class="number">${meter(Math.round(bytes / KIB), maxBytes == null ? null : Math.round(maxBytes / KIB))}</td>
                <td data-column="Lost" class="number">${dropped}</td>
            </tr></tbody>
        </table>`;
    }
}

customElements.define('steptrace-export', SteptraceExport);
