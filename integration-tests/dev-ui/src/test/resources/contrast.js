// The contrast of each kind of time to the page, in the theme that is on.
async () => {
    const { KINDS } = await import('/q/dev-ui/quarkus-steptrace/kinds.js');
    const { patterns } = await import('/q/dev-ui/quarkus-steptrace/patterns.js');
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [patterns.styleSheet];
    const canvas = document.createElement('canvas').getContext('2d');
    const luminance = color => {
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map(byte => byte / 255)
                .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = luminance(getComputedStyle(document.body).backgroundColor);
    const contrasts = {};
    for (const kind of KINDS) {
        const bar = root.appendChild(document.createElement('span'));
        bar.className = `time ${kind}`;
        bar.style.borderLeftColor = 'var(--mixed)';
        const [dark, light] = [luminance(getComputedStyle(bar).borderLeftColor), page].sort((a, b) => a - b);
        contrasts[kind] = (light + 0.05) / (dark + 0.05);
    }
    host.remove();
    return contrasts;
}
