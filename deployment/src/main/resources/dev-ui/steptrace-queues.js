import { LitElement, html } from 'lit';
import { duration } from './durations.js';
import { meter, meterStyles } from './meter.js';
import { patterns } from './patterns.js';
import { tableStyles } from './tables.js';

/**
 * The queues: how busy their workers are, how many jobs wait for one and how long, and what to do about it.
 */
export class SteptraceQueues extends LitElement {

    static styles = [patterns, tableStyles, meterStyles];

    static properties = {
        queues: { attribute: false }
    };

    render() {
        return html`<h2 id="queues">Queues</h2>${this.queues.length === 0
            ? html`<p class="quiet">No step and no effect of this application has a queue.</p>`
            : html`<table aria-labelledby="queues">
                <thead><tr><th>Queue</th><th>Running</th><th>Waiting</th><th>p95 wait</th><th>Advice</th></tr></thead>
                <tbody>${this.queues.map(queue => html`<tr>
                    <td data-column="Queue">${queue.name}</td>
                    <td data-column="Running">${meter(queue.running, queue.concurrency)}</td>
                    <td data-column="Waiting">${meter(queue.waiting, queue.capacity)}</td>
                    <td data-column="p95 wait" class="number">${queue.p95WaitNanos == null
                        ? html`<span class="quiet" title="Fewer than 20 jobs in the last minute">too few jobs</span>`
                        : duration(queue.p95WaitNanos)}</td>
                    <td data-column="Advice">${queue.advice ?? ''}</td>
                </tr>`)}</tbody>
            </table>`}`;
    }
}

customElements.define('steptrace-queues', SteptraceQueues);
