import { html, css } from 'lit';
import { mark } from './durations.js';

const STEPS = [1, 2, 5];

/** From here on a label stands before its mark: behind it there is no room. */
const LATE = 0.85;

/**
 * The axis above a waterfall, and its lines behind the rows.
 */
export const axisStyles = css`
    .axis {
        position: relative;
        height: 20px;
        font-size: var(--lumo-font-size-xxs);
        color: var(--lumo-contrast-70pct);
        font-variant-numeric: tabular-nums;
    }
    .axis span {
        position: absolute;
        top: 2px;
        padding-left: 3px;
        border-left: 1px solid var(--lumo-contrast-20pct);
        white-space: nowrap;
    }
    .axis .late {
        transform: translateX(-100%);
        padding: 0 3px 0 0;
        border-left: 0;
    }
`;

/** Round instants from 0 on, in nanoseconds: as many as fit. */
export function marksOf(lengthNanos, most) {
    let step = 1;
    for (let i = 0; lengthNanos / step > most; i++) {
        step = STEPS[i % STEPS.length] * 10 ** Math.floor(i / STEPS.length);
    }
    const marks = [];
    for (let at = 0; at < lengthNanos; at += step) {
        marks.push(at);
    }
    return marks;
}

export function axis(lengthNanos, most) {
    return html`<div class="axis" aria-hidden="true">${marksOf(lengthNanos, most).map(at =>
        html`<span class=${at > LATE * lengthNanos ? 'late' : ''} style="left: ${100 * at / lengthNanos}%">${mark(at)}</span>`)}</div>`;
}

/** Lines behind all rows, as a background. */
export function gridOf(lengthNanos, most) {
    const [, step] = marksOf(lengthNanos, most);
    return step ? `background-image: linear-gradient(90deg, var(--lumo-contrast-10pct) 1px, transparent 1px);`
            + ` background-size: ${100 * step / lengthNanos}% 100%` : '';
}
