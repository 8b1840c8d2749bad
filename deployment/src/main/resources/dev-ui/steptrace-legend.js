import { LitElement, html, css } from 'lit';
import { patterns } from './patterns.js';
import { KINDS, wordsOf } from './kinds.js';

/**
 * Says what the patterns mean that are on the page.
 */
export class SteptraceLegend extends LitElement {

    static styles = [patterns, css`
        ul {
            display: flex;
            flex-wrap: wrap;
            gap: 2px 16px;
            list-style: none;
            margin: 0;
            padding: 0;
            font-size: var(--lumo-font-size-xs);
            color: var(--lumo-body-text-color);
        }
        li,
        ::slotted(li) {
            display: flex;
            align-items: center;
            gap: 6px;
        }
        .time {
            width: 22px;
            height: 12px;
            border-radius: 2px;
        }
    `];

    static properties = {
        kinds: { attribute: false }
    };

    constructor() {
        super();
        this.kinds = new Set();
    }

    render() {
        return html`<ul aria-label="Legend">${KINDS.filter(kind => this.kinds.has(kind)).map(kind =>
            html`<li><span class="time ${kind}" aria-hidden="true"></span>${wordsOf(kind)}</li>`)}<slot></slot></ul>`;
    }
}

customElements.define('steptrace-legend', SteptraceLegend);
