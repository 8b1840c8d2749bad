import { QwcAbstractLogElement, html, css } from 'qwc-abstract-log-element';
import { repeat } from 'lit/directives/repeat.js';
import { JsonRpc } from 'jsonrpc';
import { LogController } from 'log-controller';

const MOST_TREES = 200;
const ZOOM_STEP = 0.05;
const ICON_COLOR = 'var(--lumo-tertiary-text-color)';

/**
 * The tab in the footer: each finished trace as the console draws it.
 */
export class QwcSteptraceLog extends QwcAbstractLogElement {

    static styles = css`
        pre {
            margin: 0 0 10px;
            font-family: monospace;
        }
    `;

    static properties = {
        _trees: { state: true },
        _zoom: { state: true }
    };

    constructor() {
        super();
        this._trees = [];
        this._number = 0;
        this._zoom = 1;
        this._follows = true;
        this._observer = null;
        this._jsonRpc = new JsonRpc(this, false);
        new LogController(this)
                .addToggle('On/off switch', true, on => on ? this._listen() : this._cancel())
                .addItem('Zoom out', 'font-awesome-solid:magnifying-glass-minus', ICON_COLOR, () => this._handleZoomOut())
                .addItem('Zoom in', 'font-awesome-solid:magnifying-glass-plus', ICON_COLOR, () => this._handleZoomIn())
                .addItem('Clear', 'font-awesome-solid:trash-can', 'var(--lumo-error-color)', () => this._trees = [])
                .addFollow('Follow log', true, follows => this._follows = follows)
                .done();
    }

    connectedCallback() {
        super.connectedCallback();
        this._listen();
    }

    disconnectedCallback() {
        this._cancel();
        super.disconnectedCallback();
    }

    hotReload() {
        if (this._observer) {
            this._listen();
        }
    }

    render() {
        return html`<div role="log" aria-label="Finished traces" style="font-size: ${this._zoom}em">${repeat(this._trees,
            tree => tree.number, tree => html`<pre>${tree.text}</pre>`)}</div>`;
    }

    updated() {
        if (this._follows) {
            this.renderRoot.querySelector('pre:last-child')?.scrollIntoView({ block: 'end' });
        }
    }

    _listen() {
        this._cancel();
        this._observer = this._jsonRpc.streamTrees().onNext(answer => {
            this._trees = [...this._trees, { number: this._number++, text: answer.result }].slice(-MOST_TREES);
        });
    }

    _cancel() {
        this._observer?.cancel();
        this._observer = null;
    }

    _handleZoomIn() {
        this._zoom += ZOOM_STEP;
    }

    _handleZoomOut() {
        this._zoom -= ZOOM_STEP;
    }

    /** Enter draws a line, as in the other tabs. */
    _handleKeyPress(event) {
        if (event.key === 'Enter') {
            this._trees = [...this._trees, { number: this._number++, text: '' }].slice(-MOST_TREES);
        }
    }
}

customElements.define('qwc-steptrace-log', QwcSteptraceLog);
