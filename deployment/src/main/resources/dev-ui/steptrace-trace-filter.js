import { LitElement, html, css } from 'lit';
import '@vaadin/checkbox';
import '@vaadin/integer-field';
import '@vaadin/select';
import '@vaadin/text-field';

const ORDERS = [{ label: 'Newest first', value: 'newest' }, { label: 'Longest first', value: 'longest' }];

/**
 * Chooses which traces are listed: 'filter-changed' with the new filter.
 */
export class SteptraceTraceFilter extends LitElement {

    static styles = css`
        :host {
            display: flex;
            flex-wrap: wrap;
            align-items: center;
            gap: 4px 12px;
        }
        vaadin-text-field {
            width: 220px;
        }
        vaadin-integer-field {
            width: 190px;
        }
        vaadin-select {
            width: 165px;
        }
    `;

    static properties = {
        filter: { attribute: false }
    };

    render() {
        return html`
            <vaadin-text-field theme="small" aria-label="Filter by name" placeholder="Filter by name" clear-button-visible
                .value=${this.filter.name} @value-changed=${event => this._set({ name: event.detail.value })}></vaadin-text-field>
            <vaadin-integer-field theme="small" aria-label="Waited more than, in milliseconds" min="0" placeholder="0"
                .value=${this.filter.waitedMillis ? String(this.filter.waitedMillis) : ''}
                @value-changed=${event => this._set({ waitedMillis: Math.max(0, Number(event.detail.value) || 0) })}>
                <span slot="prefix">waited &gt;</span><span slot="suffix">ms</span>
            </vaadin-integer-field>
            <vaadin-checkbox label="Errors only" .checked=${this.filter.errorsOnly}
                @checked-changed=${event => this._set({ errorsOnly: event.detail.value })}></vaadin-checkbox>
            <vaadin-select theme="small" aria-label="Order" .items=${ORDERS}
                .value=${this.filter.longestFirst ? 'longest' : 'newest'}
                @value-changed=${event => this._set({ longestFirst: event.detail.value === 'longest' })}></vaadin-select>`;
    }

    _set(change) {
        const [[key, value]] = Object.entries(change);
        if (this.filter[key] !== value) {
            this.filter = { ...this.filter, ...change };
            this.dispatchEvent(new CustomEvent('filter-changed', { detail: this.filter }));
        }
    }
}

customElements.define('steptrace-trace-filter', SteptraceTraceFilter);
