import { css } from 'lit';

/**
 * A colour and a pattern for each kind of time. The pattern alone says which it is, for those who see no colours. All are mixed
 * from the theme's own contrast and base colour, so that they keep 3:1 to the page, light or dark.
 */
export const patterns = css`
    .time {
        --mixed: color-mix(in srgb, var(--hue) 82%, var(--lumo-contrast));
        --faint: color-mix(in srgb, var(--mixed) 42%, var(--lumo-base-color));
        background-color: var(--mixed);
        forced-color-adjust: none;
    }
    .working {
        --hue: #2b7de0;
    }
    .queue {
        --hue: #e08a00;
        background-image: repeating-linear-gradient(135deg, transparent 0 4px, var(--faint) 4px 7px);
    }
    .lock {
        --hue: #e0452f;
        background-image: repeating-linear-gradient(45deg, var(--faint) 0 1.5px, transparent 1.5px 6px),
            repeating-linear-gradient(135deg, var(--faint) 0 1.5px, transparent 1.5px 6px);
    }
    .limit {
        --hue: #d6459a;
        background-image: repeating-linear-gradient(45deg, transparent 0 4px, var(--faint) 4px 7px);
    }
    .timer {
        --hue: #9b5de5;
        background-image: radial-gradient(circle, var(--faint) 1.6px, transparent 2px);
        background-size: 6px 6px;
    }
    .io_wait {
        --hue: #00917c;
        background-image: repeating-linear-gradient(0deg, transparent 0 2px, var(--faint) 2px 4px);
    }
    .gc {
        --hue: #8a6d3b;
        background-image: linear-gradient(var(--faint) 1.5px, transparent 1.5px),
            linear-gradient(90deg, var(--faint) 1.5px, transparent 1.5px);
        background-size: 5px 5px;
    }
    .other {
        --hue: #7d8b2f;
        background-image: repeating-linear-gradient(90deg, transparent 0 5px, var(--faint) 5px 7px, transparent 7px 9px,
            var(--faint) 9px 11px);
    }
    .call {
        --hue: #0aa5c9;
        background-image: repeating-linear-gradient(90deg, transparent 0 3px, var(--faint) 3px 5px);
    }
    .unknown {
        --hue: #8a8f98;
        background-color: var(--lumo-base-color);
        background-image: none;
        box-shadow: inset 0 0 0 1.5px var(--mixed);
    }
`;
