import { LitElement, html, css, nothing } from 'lit';
import { duration } from './durations.js';
import { placeLink, placeStyles } from './place.js';
import { tableStyles } from './tables.js';

const MOST_ROWS = 20;

/**
 * Requests and jobs that have not ended: since when, on which thread, at which line. The oldest
 * come first, and those beyond the first rows are counted.
 */
export class SteptraceWork extends LitElement {

    static styles = [tableStyles, placeStyles, css`
        .age {
            font-weight: 600;
        }
    `];

    static properties = {
        heading: {},
        none: {},
        work: { attribute: false }
    };

    render() {
        return html`<h2 id="work">${this.heading}</h2>${this.work.length === 0 ? html`<p class="quiet">${this.none}</p>`
            : html`<table aria-labelledby="work">
                <thead><tr><th>Since</th><th>What</th><th>At</th><th>Thread</th></tr></thead>
                <tbody>${this.work.slice(0, MOST_ROWS).map(one => html`<tr>
                    <td data-column="Since" class="number age">${duration(one.ageNanos)}</td>
                    <td data-column="What">${one.name}</td>
                    <td data-column="At"><div>${one.place ? placeLink(one.place) : nothing}${one.waitsFor
                        ? html`<div class="quiet">waits for ${one.waitsFor}</div>` : nothing}</div></td>
                    <td data-column="Thread">${one.thread ?? ''}</td>
                </tr>`)}</tbody>
            </table>
            ${this.work.length > MOST_ROWS ? html`<p class="quiet">and ${this.work.length - MOST_ROWS} more</p>` : nothing}`}`;
    }
}

customElements.define('steptrace-work', SteptraceWork);
