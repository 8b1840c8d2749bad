/**
 * The address of the page says which trace is open, so that it can be passed on, and the browser's back button works.
 */
const PARAMETER = 'trace';

/** The id of the trace that the address asks for; null if it asks for none. */
export function linkedTrace() {
    return new URLSearchParams(location.search).get(PARAMETER);
}

export function linkTo(id) {
    const url = new URL(location.href);
    url.search = id === null ? '' : `?${PARAMETER}=${encodeURIComponent(id)}`;
    return url.href;
}

/** Makes it the address of the page. */
export function showLink(id) {
    if (linkedTrace() !== id) {
        history.pushState({}, '', linkTo(id));
    }
}
