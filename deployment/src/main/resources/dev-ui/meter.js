import { html, css } from 'lit';

/**
 * How much of a bound is taken: '1 of 4' above a small bar. It is striped where nothing is left.
 */
export const meterStyles = css`
    .meter {
        display: inline-block;
        min-width: 90px;
        max-width: 160px;
        font-variant-numeric: tabular-nums;
    }
    .meter > .track {
        display: block;
        height: 6px;
        margin-top: 3px;
        border-radius: 3px;
        background: var(--lumo-contrast-20pct);
        overflow: hidden;
    }
    .meter > .track > .time {
        display: block;
        height: 100%;
    }
`;

/** @param most unknown if null or absent */
export function meter(taken, most) {
    if (most == null) {
        return html`${taken}`;
    }
    const share = most > 0 ? Math.min(1, taken / most) : 0;
    return html`<span class="meter">${taken.toLocaleString('en')} of ${most.toLocaleString('en')}<span class="track" aria-hidden="true">
        <span class="time ${share < 1 ? 'working' : 'queue'}" style="width: ${100 * share}%"></span></span></span>`;
}
