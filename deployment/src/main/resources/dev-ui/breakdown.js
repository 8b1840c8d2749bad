import { html, css } from 'lit';
import { duration, percent } from './durations.js';
import { nameOf } from './words.js';

/**
 * Parts of time as a small table: pattern, words, duration, share.
 */
export const breakdownStyles = css`
    .breakdown {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto auto;
        gap: 2px 10px;
        align-items: center;
        font-size: var(--lumo-font-size-xs);
        font-variant-numeric: tabular-nums;
        margin: 0;
    }
    .breakdown > .time {
        height: 10px;
        border-radius: 2px;
    }
    .breakdown > .what {
        overflow-wrap: anywhere;
    }
    .breakdown > .number {
        text-align: right;
        white-space: nowrap;
    }
`;

export function breakdown(parts) {
    const whole = parts.reduce((sum, part) => sum + part.nanos, 0);
    return html`<div class="breakdown">${parts.map(part => html`
        <span class="time ${part.kind}" aria-hidden="true"></span>
        <span class="what">${nameOf(part)}</span>
        <span class="number">${duration(part.nanos)}</span>
        <span class="number">${percent(part.nanos, whole)}</span>`)}</div>`;
}
