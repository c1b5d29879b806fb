/** Plots that are drawn by functions/console/plot, and the figures around them. */
export const plot = `
.plots { display: grid; gap: 1.5rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); align-items: start; }
.plots figcaption { font-weight: 600; margin-bottom: .5rem; } .plots figcaption .under { font-size: var(--small); }
.plot { display: block; width: 100%; max-width: 30rem; height: auto; overflow: visible; font-size: 11.5px; font-variant-numeric: tabular-nums; }
.plot text { fill: var(--quiet); } .plot .name { fill: var(--ink); }
.plot path { fill: none; stroke-linecap: round; stroke-linejoin: round; }
.plot .grid { stroke: var(--line); stroke-width: 1; } .plot .axis { stroke: var(--strong-line); stroke-width: 1; }
.plot .line { stroke: var(--accent); stroke-width: 2; } .plot .point, .plot .bar { fill: var(--accent); }
.plot .bar { fill-opacity: .55; } .plot .band { fill: var(--accent); fill-opacity: .16; }
.plot .interval { stroke: var(--ink); stroke-width: 1.5; }
.plot .limit { stroke: var(--wrong); stroke-width: 1.5; stroke-dasharray: 5 4; }
.plot .limit-label { fill: var(--wrong); font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
@media (max-width: 40rem) { .plot { font-size: 12.5px; } }
`;
