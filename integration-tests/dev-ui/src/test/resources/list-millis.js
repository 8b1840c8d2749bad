// How long it takes from the page's being put into the window until its rows are drawn, in milliseconds.
async () => {
    const began = performance.now();
    const page = document.createElement('qwc-steptrace-traces');
    document.querySelector('qwc-steptrace-traces').replaceWith(page);
    while (!page.shadowRoot?.querySelector('steptrace-trace-list')?.shadowRoot?.querySelector('.row')) {
        await new Promise(requestAnimationFrame);
    }
    return performance.now() - began;
}
