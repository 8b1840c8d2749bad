// How long it takes from the click on the first trace until its last span is drawn at the end of the list, in milliseconds.
async () => {
    const page = document.querySelector('qwc-steptrace-traces').shadowRoot;
    const drawn = async found => {
        for (;;) {
            const it = found();
            if (it) {
                return it;
            }
            await new Promise(requestAnimationFrame);
        }
    };
    const began = performance.now();
    page.querySelector('steptrace-trace-list').shadowRoot.querySelector('.row').click();
    const trace = await drawn(() => page.querySelector('steptrace-trace'));
    const waterfall = await drawn(() => trace.shadowRoot.querySelector('steptrace-waterfall')?.shadowRoot);
    await drawn(() => waterfall.querySelector('.row'));
    waterfall.querySelector('.scroller').dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    await drawn(() => waterfall.querySelector('#row-999'));
    const millis = performance.now() - began;
    history.back();
    await drawn(() => page.querySelector('steptrace-trace-list'));
    return millis;
}
