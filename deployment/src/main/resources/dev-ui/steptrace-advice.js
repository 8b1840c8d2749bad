import { LitElement, html, css } from 'lit';
import { tableStyles } from './tables.js';

/**
 * What could be done, in sentences.
 */
export class SteptraceAdvice extends LitElement {

    static styles = [tableStyles, css`
        ul {
            margin: 0;
            padding-left: 18px;
            font-size: var(--lumo-font-size-s);
        }
        li {
            overflow-wrap: anywhere;
        }
    `];

    static properties = {
        advice: { attribute: false }
    };

    render() {
        return html`<h2>Advice</h2>${this.advice.length === 0
            ? html`<p class="quiet">None. It takes 20 requests of a kind within a minute, and something they wait for.</p>`
            : html`<ul>${this.advice.map(one => html`<li><strong>${one.subject}</strong>: ${one.text}</li>`)}</ul>`}`;
    }
}

customElements.define('steptrace-advice', SteptraceAdvice);
