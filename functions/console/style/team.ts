/** The manager's page: small plots in a row, and claims beside own numbers. */
export const team = `
.team-facts { margin-top: .75rem; }
.team-facts dd { font-weight: 650; }
.team-plots { display: grid; gap: 1rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); margin-top: 1.25rem; align-items: start; }
.team-plots figcaption { color: var(--quiet); margin-bottom: .375rem; }
@media (min-width: 40rem) { .team-plots figcaption { min-height: 3.1em; } }
.team-plot { display: block; width: 100%; max-width: 26rem; height: auto; overflow: visible; font-size: 11.5px; font-variant-numeric: tabular-nums; }
.team-plot text { fill: var(--quiet); }
.team-plot path { fill: none; stroke-linecap: round; }
.team-plot .axis { stroke: var(--strong-line); stroke-width: 1; }
.team-plot .mark { stroke: var(--wrong); stroke-width: 1.5; stroke-dasharray: 4 3; }
.team-plot .good-hour { stroke: var(--wrong); stroke-width: 2.5; }
.team-plot .mark-label { fill: var(--wrong); font-weight: 600; }
.team-plot .done, .team-plot .bar { fill: var(--accent); }
.team-plot .done { fill-opacity: .75; }
.team-plot .waiting { fill: var(--surface); stroke: var(--wrong); stroke-width: 1.75; }
.team-plot .lying { fill: none; stroke: var(--accent); stroke-width: 1.25; }
.team-plot .cell { fill: none; stroke: var(--line); stroke-width: 1; }
.team-plot .heat { fill: var(--accent); }
.team-plot .claim-mark { fill: var(--surface); stroke: var(--wrong); stroke-width: 2; }
.team-plot .claim-range { stroke: var(--wrong); stroke-width: 2; stroke-dasharray: 4 4; }
.team-plot .own { fill: var(--accent); }
.team-plot .own-interval { stroke: var(--accent); stroke-width: 3; }
.plot-key .team-plot { width: 1rem; flex: none; }
.claims { margin-top: .75rem; }
.claims > li { padding-block: 1.25rem; }
.claim-row { display: grid; gap: .25rem 1.5rem; margin-top: .5rem; align-items: center; }
.claim-row > * { min-width: 0; } .claim-row > :only-child { grid-column: 1 / -1; }
.team-tables { display: grid; gap: 1.25rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); align-items: start; }
.numbers .team-table { margin: 0; }
.team-table caption { text-align: start; font-weight: 600; padding: .25rem 0; }
.numbers .team-table td { max-width: none; }
.team-table tbody th { color: var(--ink); }
@media (min-width: 48rem) { .claim-row { grid-template-columns: 20rem minmax(0, 1fr); } }
@media (max-width: 40rem) { .team-plot { font-size: 12px; } }
`;
