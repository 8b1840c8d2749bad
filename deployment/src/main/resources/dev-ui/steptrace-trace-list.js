import { html, css } from 'lit';
import { Rows } from './rows.js';
import { patterns } from './patterns.js';
import { bar, barStyles } from './bar.js';
import { clock, duration } from './durations.js';
import { partsOfLine } from './parts.js';
import { summary } from './words.js';

/**
 * Finished traces, a row each: when, what, how it ended, how long it took, and a bar of where that time went.
 */
export class SteptraceTraceList extends Rows {

    static styles = [Rows.styles, patterns, barStyles, css`
        :host {
            container-type: inline-size;
        }
        .row {
            display: grid;
            grid-template-columns: 96px minmax(120px, 2fr) 56px 72px minmax(160px, 5fr);
            align-items: center;
            gap: 0 12px;
            padding: 0 8px;
            font-size: var(--lumo-font-size-s);
            line-height: 1.3;
        }
        .row > * {
            min-width: 0;
            overflow: hidden;
            text-overflow: ellipsis;
            white-space: nowrap;
        }
        .began,
        .words {
            color: var(--lumo-contrast-70pct);
            font-size: var(--lumo-font-size-xs);
        }
        .began,
        .length {
            font-variant-numeric: tabular-nums;
        }
        .length {
            text-align: right;
        }
        .name {
            font-weight: 500;
        }
        .error {
            color: var(--lumo-error-text-color);
            font-weight: 600;
        }
        .words {
            overflow: hidden;
            text-overflow: ellipsis;
            margin-top: 3px;
        }
        @container (max-width: 640px) {
            .row {
                grid-template-columns: 1fr auto auto;
                grid-template-areas: 'name status length' 'where where where';
                align-content: center;
                gap: 4px 10px;
            }
            .began {
                display: none;
            }
            .name {
                grid-area: name;
            }
            .status {
                grid-area: status;
            }
            .length {
                grid-area: length;
            }
            .where {
                grid-area: where;
            }
        }
    `];

    static properties = {
        toScale: { attribute: false }
    };

    constructor() {
        super();
        this.label = 'Finished traces';
        this.toScale = true;
    }

    get rowHeight() {
        return 56;
    }

    keyOf(line) {
        return line.id;
    }

    labelOf(line) {
        return `${line.name}, ${line.status ? `${line.status}, ` : ''}${duration(line.lengthNanos)}: ${summary(partsOfLine(line))}`;
    }

    willUpdate(changed) {
        super.willUpdate(changed);
        if (changed.has('items')) {
            this._longestNanos = this.items.reduce((longest, line) => Math.max(longest, line.lengthNanos), 1);
        }
    }

    renderRow(line) {
        const parts = partsOfLine(line);
        const words = summary(parts);
        return html`
            <span class="began">${clock(line.beganMillis)}</span>
            <span class="name" title=${line.name}>${line.name}</span>
            <span class="status ${line.error ? 'error' : ''}">${line.status}</span>
            <span class="length">${duration(line.lengthNanos)}</span>
            <div class="where">
                ${bar(parts, this.toScale ? line.lengthNanos / this._longestNanos : 1)}
                <div class="words" title=${words}>${words}</div>
            </div>`;
    }
}

customElements.define('steptrace-trace-list', SteptraceTraceList);
