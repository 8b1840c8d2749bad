import { html, css } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import 'qui-ide-link';

/**
 * Lines of code, which open in the editor where Quarkus knows one.
 */

export const placeStyles = css`
    .place {
        font: inherit;
        font-family: monospace;
        border: 0;
        padding: 0;
        background: none;
        color: inherit;
        text-decoration: underline;
        cursor: pointer;
        overflow-wrap: anywhere;
        text-align: left;
    }
    .place:focus-visible {
        outline: 2px solid var(--lumo-primary-text-color);
    }
`;

/** 'io.acme.PageViews:30'; where no line is known, the class. */
export function fullPlace(place) {
    return place.line > 0 ? `${place.className}:${place.line}` : place.className;
}

/** 'PageViews:30', as short as it can be said. */
export function shortPlace(place) {
    return fullPlace(place).split('.').pop();
}

/** The class that has a source file of its own. */
function outermost(className) {
    return className.split('$', 1)[0];
}

function languageOf(place) {
    return place.fileName?.includes('.') ? place.fileName.split('.').pop() : 'java';
}

/** A button with the place, or what is given. */
export function placeLink(place, words = shortPlace(place)) {
    return html`<qui-ide-link noCheck .fileName=${outermost(place.className)} .lang=${languageOf(place)}
        .lineNumber=${String(place.line)}><button class="place" title="Open ${fullPlace(place)} in the editor">${words}</button></qui-ide-link>`;
}

/** A frame of a stack; one of the application is a link. */
export function frameLink(frame) {
    const line = frame.startsWith('at ') ? frame : `at ${frame}`;
    return keyed(line, html`<qui-ide-link .stackTraceLine=${line}>${line}</qui-ide-link>`);
}
