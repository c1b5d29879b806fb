/** The score, its plot and its explanation, and the clock of who asked. */
export const engagement = `
.score { margin-top: .75rem; }
.score-plot { display: block; width: 100%; max-width: 30rem; height: auto; overflow: visible; font-size: 11.5px; font-variant-numeric: tabular-nums; }
.score-plot path { fill: none; stroke: var(--quiet); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.score-plot text { fill: var(--quiet); }
.score-plot .grid { stroke: var(--line); stroke-width: 1; }
.score-plot .anew { stroke-dasharray: 1 3.5; stroke: var(--strong-line); }
.score-plot .threshold { stroke: var(--wrong); stroke-dasharray: 5 4; }
.score-plot .threshold-label { fill: var(--wrong); font-weight: 600; paint-order: stroke; stroke: var(--surface); stroke-width: 4px; stroke-linejoin: round; }
.score-plot .line { stroke: var(--accent); stroke-width: 2; }
.score-plot .point { fill: var(--accent); }
.score-plot .mark-clicked { fill: var(--accent); stroke: var(--accent); }
.score-plot .mark-opened { stroke: var(--accent); stroke-width: 2; }
.score-plot .mark-waiting { stroke-width: 2.5; }
.plot-key { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-top: .5rem; font-size: var(--small); color: var(--quiet); }
.plot-key li { display: inline-flex; align-items: center; gap: .375rem; }
.plot-key .score-plot { width: 1rem; flex: none; }
.rise { margin-top: 1.25rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.more { display: inline-block; padding: .75rem 0; margin: -.75rem 0; }
.evidence + .small { margin-top: .75rem; }
summary { cursor: pointer; font-weight: 600; min-height: 44px; padding: .625rem 0; }
.numbers { margin-top: .25rem; }
.numbers table { margin-top: .5rem; }
.numbers th, .numbers td { padding: .375rem .75rem .375rem 0; }
.numbers th { white-space: normal; }
.numbers .people th[scope="row"] { min-width: 8.5rem; font-size: var(--small); }
.numbers td { max-width: 6rem; }
.asked { font-size: var(--small); color: var(--quiet); font-variant-numeric: tabular-nums; }
.asked time { font-weight: 650; color: var(--ink); }
.asked.late, .asked.late time { color: var(--wrong); font-weight: 650; }
.asked:not(.late) .if-late, .asked.late .if-calm { display: none; }
.task .asked { grid-column: 1; }
.say + .asked { margin-top: .25rem; }
.engagement-lines { display: grid; gap: .375rem; }
.prose { display: grid; gap: .75rem; max-width: 44rem; }
.prose ul { list-style: disc; padding-inline-start: 1.125rem; display: grid; gap: .375rem; }
.method { display: grid; gap: 2.5rem; }
.method > section { scroll-margin-top: 1rem; }
.method h2 { margin-bottom: .75rem; }
.method .scroll { margin-top: 1rem; }
.formula { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: var(--small); padding: .625rem .75rem; background: var(--surface);
  border: 1px solid var(--line); border-radius: var(--round); }
@media (max-width: 40rem) { .score-plot { font-size: 12.5px; } .numbers .people tr { padding: .5rem 0; } .numbers .people th[scope="row"] { padding: 0; } }
`;
