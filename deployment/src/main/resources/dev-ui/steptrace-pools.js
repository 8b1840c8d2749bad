import { LitElement, html } from 'lit';
import { meter, meterStyles } from './meter.js';
import { patterns } from './patterns.js';
import { tableStyles } from './tables.js';

/**
 * The pools of connections, as far as they are observed.
 */
export class SteptracePools extends LitElement {

    static styles = [patterns, tableStyles, meterStyles];

    static properties = {
        pools: { attribute: false }
    };

    render() {
        return html`<h2 id="pools">Pools</h2>${this.pools.length === 0
            ? html`<p class="quiet">No pool is observed.</p>`
            : html`<table aria-labelledby="pools">
                <thead><tr><th>Pool</th><th>In use</th><th>Callers waiting</th></tr></thead>
                <tbody>${this.pools.map(pool => html`<tr>
                    <td data-column="Pool">${pool.name}</td>
                    <td data-column="In use">${meter(pool.used, pool.size)}</td>
                    <td data-column="Waiting">${pool.waiting ?? html`<span class="quiet">not known</span>`}</td>
                </tr>`)}</tbody>
            </table>`}`;
    }
}

customElements.define('steptrace-pools', SteptracePools);
