/* Licensed under the Apache License, Version 2.0; see LICENSE. */
import { css, svg, type SVGTemplateResult } from 'lit';

/** How a state feels; the server maps each state of the model to one of these. */
export type Tone = 'ok' | 'busy' | 'wait' | 'warn' | 'bad' | 'off';

/** Each tone has its own shape, so that colour is never the only signal. Drawn in a 16 by 16 box. */
const shapes: Record<Tone, SVGTemplateResult> = {
  ok: svg`<circle cx="8" cy="8" r="6.5"/><path d="M5 8.3l2 2 4-4.4"/>`,
  busy: svg`<circle cx="8" cy="8" r="6" opacity=".28"/><path d="M8 2a6 6 0 0 1 6 6"/>`,
  wait: svg`<circle cx="8" cy="8" r="6.5"/><path d="M8 4.5V8l2.4 1.6"/>`,
  warn: svg`<path d="M8 2.2l6.2 11.1H1.8z"/><path d="M8 6.4v3.2M8 11.4v.2"/>`,
  bad: svg`<path d="M5.2 1.6h5.6l3.6 3.6v5.6l-3.6 3.6H5.2l-3.6-3.6V5.2z"/><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"/>`,
  off: svg`<circle cx="8" cy="8" r="6.5"/><path d="M5 8h6"/>`,
};

/** The icon of a tone, stroked in the current colour. */
export function toneIcon(tone: Tone): SVGTemplateResult {
  return svg`<g class=${tone === 'busy' ? 'spin' : ''} fill="none" stroke="currentColor" stroke-width="1.6"
    stroke-linecap="round" stroke-linejoin="round">${shapes[tone] ?? shapes.off}</g>`;
}

/** Colours by tone; the page's theme defines the variables. */
export const toneStyles = css`
  .ok { color: var(--tm-ok); }
  .busy { color: var(--tm-busy); }
  .wait { color: var(--tm-wait); }
  .warn { color: var(--tm-warn); }
  .bad { color: var(--tm-bad); }
  .off { color: var(--tm-off); }
  .spin { animation: tm-spin 1.1s linear infinite; transform-origin: 8px 8px; }
  @keyframes tm-spin { to { transform: rotate(360deg); } }
  @media (prefers-reduced-motion: reduce) { .spin { animation: none; } }
`;
