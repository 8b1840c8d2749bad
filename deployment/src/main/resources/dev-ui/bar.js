import { html, css } from 'lit';
import { phrase } from './words.js';

/**
 * A bar of parts {kind, nanos}, each in its pattern.
 */
export const barStyles = css`
    .bar {
        display: flex;
        height: var(--bar-height, 12px);
        border-radius: 2px;
        overflow: hidden;
        min-width: 3px;
    }
    .bar > .time {
        min-width: 0;
        flex-shrink: 1;
        flex-basis: 0;
    }
    .bar > .time + .time {
        border-left: 1px solid var(--lumo-base-color);
    }
`;

/** @param share of the room that the bar takes, from 0 to 1 */
export function bar(parts, share) {
    return html`<div class="bar" style="width: ${Math.max(0, Math.min(1, share)) * 100}%" aria-hidden="true">${parts.map(part =>
        html`<span class="time ${part.kind}" style="flex-grow: ${part.nanos}" title=${phrase(part)}></span>`)}</div>`;
}
