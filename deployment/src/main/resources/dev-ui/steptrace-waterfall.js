import { html, css, nothing } from 'lit';
import { Rows } from './rows.js';
import { axis, axisStyles, gridOf } from './axis.js';
import { breakdown, breakdownStyles } from './breakdown.js';
import { duration } from './durations.js';
import { kindOfStretch } from './kinds.js';
import { partsOfSpan } from './parts.js';
import { patterns } from './patterns.js';
import { shortPlace } from './place.js';
import { phrase, summary } from './words.js';

const INDENT_PX = 14;
const MAX_INDENTS = 12;
const TIP_ROOM_PX = 150;
const MARK_PX = 100;

/**
 * The spans of a trace, a row each, indented as their tree, each where it lies in the time of the trace. Where its time went shows
 * beside the row that the pointer or the keyboard is on.
 */
export class SteptraceWaterfall extends Rows {

    static styles = [Rows.styles, patterns, axisStyles, breakdownStyles, css`
        :host {
            display: flex;
            flex-direction: column;
            position: relative;
            container-type: inline-size;
        }
        .scroller {
            flex: 1;
            min-height: 0;
        }
        .head,
        .row {
            display: grid;
            grid-template-columns: minmax(140px, 44%) 68px minmax(0, 1fr);
            gap: 0 10px;
            align-items: center;
            font-size: var(--lumo-font-size-s);
            padding: 0 8px;
        }
        .head {
            overflow: hidden;
            scrollbar-gutter: stable;
            color: var(--lumo-contrast-70pct);
            font-size: var(--lumo-font-size-xs);
            border-bottom: 1px solid var(--lumo-contrast-20pct);
        }
        .number {
            text-align: right;
            white-space: nowrap;
            font-variant-numeric: tabular-nums;
        }
        .row > .number {
            font-size: var(--lumo-font-size-xs);
        }
        .name {
            display: flex;
            align-items: center;
            gap: 6px;
            min-width: 0;
            height: 100%;
        }
        .name > .at {
            flex: none;
            max-width: 60%;
        }
        .name > .at,
        .name > .words {
            overflow: hidden;
            text-overflow: ellipsis;
            white-space: nowrap;
        }
        .indent {
            flex: none;
            align-self: stretch;
            background: repeating-linear-gradient(90deg, transparent 0 6px, var(--lumo-contrast-20pct) 6px 7px, transparent 7px 14px);
        }
        .mark {
            flex: none;
            font-size: var(--lumo-font-size-xxs);
            line-height: 1.4;
            padding: 0 5px;
            border: 1px solid var(--lumo-contrast-50pct);
            border-radius: 8px;
        }
        .error {
            color: var(--lumo-error-text-color);
            font-weight: 600;
        }
        .at {
            color: var(--lumo-contrast-70pct);
        }
        .lane {
            position: relative;
            height: 100%;
        }
        .lane > .time {
            position: absolute;
            top: 7px;
            bottom: 7px;
            min-width: 2px;
            box-sizing: border-box;
        }
        .tip {
            position: absolute;
            z-index: 1;
            right: 24px;
            width: 340px;
            max-width: calc(100% - 48px);
            box-sizing: border-box;
            padding: 8px 10px;
            border-radius: 6px;
            border: 1px solid var(--lumo-contrast-30pct);
            background: var(--lumo-base-color);
            box-shadow: 0 4px 14px rgba(0, 0, 0, 0.25);
            pointer-events: none;
        }
        .tip > strong {
            display: block;
            font-size: var(--lumo-font-size-xs);
            overflow-wrap: anywhere;
            margin-bottom: 4px;
        }
        @container (max-width: 600px) {
            .head,
            .row {
                grid-template-columns: minmax(0, 48%) minmax(0, 1fr);
            }
            .row > .number,
            .head > .number,
            .mark {
                display: none;
            }
        }
    `];

    static properties = {
        lengthNanos: { attribute: false },
        hasDetails: { attribute: false },
        _pointedKey: { state: true },
        _focused: { state: true }
    };

    constructor() {
        super();
        this.label = 'Spans of the trace';
        this.lengthNanos = 1;
        this._pointedKey = null;
        this._focused = false;
    }

    get listRole() {
        return 'tree';
    }

    get rowRole() {
        return 'treeitem';
    }

    get rowHeight() {
        return 30;
    }

    keyOf(span) {
        return span.spanId;
    }

    levelOf(span) {
        return span.depth + 1;
    }

    labelOf(span) {
        return `${span.name}, ${duration(span.endNanos - span.beginNanos)} from ${duration(span.beginNanos)} on: `
                + `${summary(partsOfSpan(span))}${span.detected ? ', a wait that no code marks' : ''}`
                + `${span.place?.line > 0 ? `, at ${shortPlace(span.place)}` : ''}${span.error ? `, failed: ${span.status}` : ''}`;
    }

    render() {
        return html`
            <div class="head">
                <span>Span</span>
                <span class="number">Length</span>
                ${axis(this.lengthNanos, this._mostMarks())}
            </div>
            <div class="scroller-and-tip" style="display: contents" @focusin=${() => this._focused = true}
                @focusout=${() => this._focused = false} @pointerover=${this._point} @pointerleave=${this._point}>
                ${super.render()}
            </div>
            ${this._tip()}`;
    }

    renderRow(span) {
        return html`
            <div class="name" title=${span.name}>
                <span class="indent" style="width: ${Math.min(span.depth, MAX_INDENTS) * INDENT_PX}px"></span>
                <span class="words ${span.error ? 'error' : ''}">${span.name}</span>
                ${span.place?.line > 0 ? html`<span class="at">${shortPlace(span.place)}</span>` : nothing}
                ${span.detected ? html`<span class="mark" title="A wait that no code marks, found by Steptrace">found</span>` : nothing}
            </div>
            <span class="number">${duration(span.endNanos - span.beginNanos)}</span>
            <div class="lane" style=${gridOf(this.lengthNanos, this._mostMarks())}>${span.stretches.map(stretch =>
                this._stretch(stretch))}</div>`;
    }

    _stretch(stretch) {
        const kind = kindOfStretch(stretch);
        const nanos = stretch.endNanos - stretch.beginNanos;
        return html`<span class="time ${kind}" title=${phrase({ kind, cause: stretch.cause, nanos })}
            style="left: ${this._share(stretch.beginNanos)}%; width: ${this._share(nanos)}%"></span>`;
    }

    /** Such that their labels do not touch: the lanes take about half of the width. */
    _mostMarks() {
        return Math.max(2, Math.floor(this.clientWidth / 2 / MARK_PX));
    }

    _share(nanos) {
        return 100 * nanos / this.lengthNanos;
    }

    _point(event) {
        const row = event.type === 'pointerleave' ? null : event.target.closest('.row');
        this._pointedKey = row ? this.keyOf(this.items[Number(row.id.slice('row-'.length))]) : null;
    }

    _tip() {
        const index = this._indexOf(this._pointedKey ?? (this._focused && !this.hasDetails ? this.activeKey : null));
        if (index < 0 || !this._scroller) {
            return nothing;
        }
        const span = this.items[index];
        const rowTop = this._scroller.offsetTop + index * this.rowHeight - this._scroller.scrollTop;
        const below = rowTop + this.rowHeight + TIP_ROOM_PX < this.clientHeight;
        const place = below ? `top: ${rowTop + this.rowHeight}px` : `bottom: ${this.clientHeight - rowTop}px`;
        return html`<div class="tip" role="tooltip" style=${place}>
            <strong>${span.name}: ${duration(span.endNanos - span.beginNanos)}</strong>
            ${breakdown(partsOfSpan(span))}
        </div>`;
    }
}

customElements.define('steptrace-waterfall', SteptraceWaterfall);
