import { LitElement, html, css, nothing } from 'lit';

const MARGIN_ROWS = 6;

/**
 * Many rows of one height, of which only those in sight are in the page. One is the active one: arrow keys, Page Up and Down, Home
 * and End move it, Enter or a click opens it ('row-open'), Escape says 'rows-leave'. A subclass says what a row is and looks like:
 * rowHeight, listRole, rowRole, keyOf(item), labelOf(item), levelOf(item), renderRow(item).
 */
export class Rows extends LitElement {

    static styles = css`
        :host {
            display: block;
            min-height: 0;
        }
        .scroller {
            height: 100%;
            overflow-y: auto;
            overflow-x: hidden;
            outline: none;
            scrollbar-gutter: stable;
        }
        .scroller:focus-visible .active {
            outline: 2px solid var(--lumo-primary-text-color);
            outline-offset: -2px;
        }
        .all {
            position: relative;
        }
        .row {
            position: absolute;
            left: 0;
            right: 0;
            box-sizing: border-box;
            cursor: pointer;
            border-bottom: 1px solid var(--lumo-contrast-5pct);
        }
        .row:hover {
            background: var(--lumo-contrast-5pct);
        }
        .row.active {
            background: var(--lumo-contrast-10pct);
        }
    `;

    static properties = {
        items: { attribute: false },
        label: { attribute: false },
        activeKey: { attribute: false },
        _first: { state: true },
        _last: { state: true }
    };

    constructor() {
        super();
        this.items = [];
        this.label = '';
        this.activeKey = null;
        this._first = 0;
        this._last = 0;
        this._resized = new ResizeObserver(() => {
            this._reveal(this._indexOf(this.activeKey));
            this._look();
        });
    }

    get listRole() {
        return 'listbox';
    }

    get rowRole() {
        return 'option';
    }

    levelOf() {
        return nothing;
    }

    disconnectedCallback() {
        this._resized.disconnect();
        super.disconnectedCallback();
    }

    firstUpdated() {
        this._scroller = this.renderRoot.querySelector('.scroller');
        this._watch();
    }

    connectedCallback() {
        super.connectedCallback();
        this._watch();
    }

    _watch() {
        if (this._scroller) {
            this._resized.observe(this._scroller);
        }
    }

    /** What is in sight stays where it is while rows come and go above it. */
    willUpdate(changed) {
        if (changed.has('items') && this._scroller && this._scroller.scrollTop > 0) {
            const topRow = Math.floor(this._scroller.scrollTop / this.rowHeight);
            const topItem = (changed.get('items') ?? [])[topRow];
            const nowAt = topItem ? this._indexOf(this.keyOf(topItem)) : -1;
            this._shiftRows = nowAt < 0 ? 0 : nowAt - topRow;
        }
    }

    updated(changed) {
        if (this._shiftRows) {
            this._scroller.scrollTop += this._shiftRows * this.rowHeight;
            this._shiftRows = 0;
        }
        if (changed.has('items')) {
            this._look();
        }
    }

    focus() {
        this._scroller?.focus();
    }

    render() {
        const shown = [];
        for (let i = this._first; i < Math.min(this._last, this.items.length); i++) {
            shown.push(this._row(this.items[i], i));
        }
        const active = this._indexOf(this.activeKey);
        return html`<div class="scroller" role=${this.listRole} tabindex="0" aria-label=${this.label}
                aria-activedescendant=${active >= this._first && active < this._last ? `row-${active}` : nothing}
                @scroll=${this._look} @keydown=${this._key}>
            <div class="all" role="presentation" style="height: ${this.items.length * this.rowHeight}px">${shown}</div>
        </div>`;
    }

    _row(item, index) {
        const active = this.keyOf(item) === this.activeKey;
        return html`<div class="row ${active ? 'active' : ''}" id="row-${index}" role=${this.rowRole} aria-selected=${active}
                aria-level=${this.levelOf(item)} aria-setsize=${this.items.length} aria-posinset=${index + 1}
                aria-label=${this.labelOf(item)} style="top: ${index * this.rowHeight}px; height: ${this.rowHeight}px"
                @click=${() => this._open(index)}>${this.renderRow(item)}</div>`;
    }

    _look() {
        if (!this._scroller) {
            return;
        }
        const top = this._scroller.scrollTop;
        this._first = Math.max(0, Math.floor(top / this.rowHeight) - MARGIN_ROWS);
        this._last = Math.ceil((top + this._scroller.clientHeight) / this.rowHeight) + MARGIN_ROWS;
    }

    _indexOf(key) {
        return key === null ? -1 : this.items.findIndex(item => this.keyOf(item) === key);
    }

    _key(event) {
        const at = this._indexOf(this.activeKey);
        const page = Math.max(1, Math.floor(this._scroller.clientHeight / this.rowHeight) - 1);
        const moves = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: this.items.length - 1 };
        if (event.key in moves) {
            this._moveTo(moves[event.key]);
        } else if (event.key === 'Enter' && at >= 0) {
            this._open(at);
        } else if (event.key === 'Escape') {
            this.dispatchEvent(new CustomEvent('rows-leave'));
        } else {
            return;
        }
        event.preventDefault();
    }

    _moveTo(index) {
        if (this.items.length === 0) {
            return;
        }
        const to = Math.max(0, Math.min(this.items.length - 1, index));
        this._makeActive(this.keyOf(this.items[to]));
        this._reveal(to);
        this._look();
    }

    _reveal(index) {
        if (index >= 0) {
            const top = index * this.rowHeight;
            const room = this._scroller.clientHeight - this.rowHeight;
            this._scroller.scrollTop = Math.max(top - room, Math.min(this._scroller.scrollTop, top));
        }
    }

    _makeActive(key) {
        this.activeKey = key;
        this.dispatchEvent(new CustomEvent('row-active', { detail: key }));
    }

    _open(index) {
        const key = this.keyOf(this.items[index]);
        this._makeActive(key);
        this.dispatchEvent(new CustomEvent('row-open', { detail: key }));
    }
}
