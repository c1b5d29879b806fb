/** Experiments: two arms side by side. */
export const experiments = `
.trial-arms { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }
.trial-arm { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .25rem .75rem; align-items: start; }
.trial-letter { display: grid; place-items: center; width: 2rem; height: 2rem; border-radius: 50%; background: var(--tint); color: var(--on-tint); font-weight: 700; }
.trial-arm p { grid-column: 2; overflow-wrap: anywhere; }
.trial-arm .text { font-weight: 600; }
.trial-arm.won .trial-letter { background: var(--accent); color: var(--on-accent); }
.trial-says { font-size: var(--large); line-height: 1.45; font-weight: 600; max-width: 44rem; text-wrap: pretty; }
.trial-says + p { margin-top: .5rem; }
.trial-plots { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); margin-top: 1.25rem; align-items: start; }
.trial-plots figcaption { color: var(--quiet); font-size: var(--small); margin-bottom: .5rem; }
.trial-plot { display: block; width: 100%; max-width: 32rem; height: auto; overflow: visible; font-size: 12px; font-variant-numeric: tabular-nums; }
.trial-plot text { fill: var(--quiet); }
.trial-plot .arm { fill: var(--ink); font-weight: 700; font-size: 14px; }
.trial-plot path { fill: none; stroke-linecap: round; }
.trial-plot .axis { stroke: var(--strong-line); stroke-width: 1; }
.trial-plot .zero { stroke: var(--wrong); stroke-width: 1.5; stroke-dasharray: 4 3; }
.trial-plot .bar { fill: var(--accent); fill-opacity: .38; }
.trial-plot .bounds { stroke: var(--ink); stroke-width: 1.75; }
.trial-plot .seen { fill: var(--accent); stroke: var(--surface); stroke-width: 1.5; }
.trial-table td, .trial-table th { padding: .625rem .875rem; }
.trial-table tbody th { color: var(--ink); white-space: normal; max-width: 14rem; }
@media (max-width: 40rem) { .trial-table td, .trial-table th { padding-inline: .625rem; } }
.trial-table caption { text-align: start; font-size: var(--small); color: var(--quiet); padding: .625rem .875rem 0; }
.trial-how p + p, .trial-how ul, .trial-how ul + p { margin-top: .625rem; }
.trial-how ul { list-style: disc; padding-inline-start: 1.125rem; display: grid; gap: .375rem; }
.trial-how { max-width: none; }
.trial-how > * { max-width: 46rem; }
`;
