import { LitElement, html, css } from 'lit';

/**
 * Stands where there is nothing to show, and says what to do.
 */
export class SteptraceNothing extends LitElement {

    static styles = css`
        :host {
            display: block;
            max-width: 560px;
            margin: 40px auto;
            padding: 0 16px;
            text-align: center;
            color: var(--lumo-body-text-color);
        }
        h2 {
            font-size: var(--lumo-font-size-xl);
            margin: 0 0 8px;
        }
        ::slotted(pre) {
            padding: 10px;
            border-radius: 6px;
            background: var(--lumo-contrast-5pct);
            overflow: auto;
        }
    `;

    static properties = {
        heading: {}
    };

    render() {
        return html`<h2>${this.heading}</h2><slot></slot>`;
    }
}

customElements.define('steptrace-nothing', SteptraceNothing);
