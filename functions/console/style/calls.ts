/** The worklist, the page of a call and its form. */
export const calls = `
.asides { display: grid; gap: 1.25rem; margin-bottom: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); align-items: start; }
.asides h2 { margin-bottom: .5rem; }
.asides .count { color: var(--quiet); font-weight: 500; margin-inline-start: .375rem; }
.rows.compact > li { grid-template-columns: minmax(0, 1fr) auto; align-items: center; padding: .75rem 1rem; gap: .25rem .75rem; }
.group.hot > .rows { border-color: var(--accent); }
.group.kept .due strong { font-weight: 500; }
.task .act .tel { min-height: 48px; }
.enter { position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; border: 0; clip-path: inset(50%); overflow: hidden; }
.form { position: relative; }
.taps { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
.taps button { min-height: 56px; padding-inline: .5rem; }
.after-call .options { grid-template-columns: repeat(auto-fill, minmax(min(8.75rem, 100%), 1fr)); }
.card > details > summary { padding: .375rem 0; }
.after-call .options.hours { grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr)); }
.pair.other-date { grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); }
.after-call:has([value="declined"]:checked) :is(.hours-field, .other-date:not(.bad-date)) { display: none; }
form:has([data-hour]:checked) .other-date:not(.bad-date) { display: none; }
form:has([data-shows~="spoke"]:checked) .only.spoke { display: grid; }
.promise { display: grid; gap: .5rem .75rem; grid-template-columns: minmax(0, 1fr) 10.75rem; align-items: start; }
.promise > * { min-width: 0; }
.option > span { display: block; min-width: 0; } .option > span::first-letter { text-transform: uppercase; }
.moves > h2 + * { margin-top: .25rem; }
.card > p + h3, .card > ul + h3 { margin-top: 1rem; } .card > h3 + p + .copy { margin-top: .5rem; }
.head > div > p { max-width: 46rem; }
.form details > summary, .moves > details > summary { padding: .375rem 0; min-height: 44px; align-content: center; }
.form > details { margin-block: -.625rem; }
.form > details[open] { margin-bottom: 0; }
.fold > summary { padding: 0; min-height: 44px; align-content: center; margin-block: -.5rem; }
.fold > summary h2 { display: inline; }
.fold[open] > summary { margin-bottom: .5rem; }
.checks { display: grid; gap: 0; } .checks + .checks { margin-top: 1rem; }
.checks legend { padding-bottom: .25rem; }
.checks label { display: flex; gap: .75rem; align-items: center; min-height: 44px; padding: .25rem 0; cursor: pointer; }
.checks label:has(:checked) { color: var(--quiet); text-decoration: line-through; }
.promised { display: grid; gap: .25rem; margin-top: .25rem; }
.promised li { display: flex; gap: .75rem; justify-content: space-between; align-items: center; min-height: 44px; }
.moves { display: grid; gap: .25rem; }
.timer { display: grid; gap: .75rem; justify-items: start; }
.timer[hidden] { display: none; }
.timer.late .figure { color: var(--wrong); }
.other-number { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.action-bar { display: none; }
@media (max-width: 47.99rem) {
  .promise { grid-template-columns: minmax(0, 1fr); }
  .task .act .tel { flex: 1 1 auto; }
  .action-bar { display: grid; grid-auto-columns: 1fr; grid-auto-flow: column; gap: .75rem; position: sticky; bottom: 0; z-index: 1; align-items: center;
    margin: 0 -1rem; padding: .625rem 1rem calc(.625rem + env(safe-area-inset-bottom)); background: var(--surface); border-top: 1px solid var(--line); }
  .action-bar .button { min-height: 48px; padding-inline: .5rem; }
  .head .to-form, .head .buttons .tel.primary { display: none; }
  #after { scroll-margin-top: .5rem; }
}
`;
