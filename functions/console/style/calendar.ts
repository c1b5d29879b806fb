/** The calendar of slots, and what a dry run came to. */
export const calendar = `
.month { table-layout: fixed; }
.month th { text-align: start; padding: .5rem; }
.month td { border-inline-start: 1px solid var(--line); padding: .375rem .5rem; height: 5.5rem; font-size: var(--small); }
.month td:first-child { border-inline-start: 0; }
.month .day { color: var(--quiet); }
.month .today .day { font-weight: 700; color: var(--accent); }
.month .other { background: var(--paper); }
.slot-on { background: var(--tint); color: var(--on-tint); border-radius: .375rem; padding: .25rem .375rem; margin-top: .25rem; overflow-wrap: anywhere; }
.slot-on a { color: inherit; }
.month-bar { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; justify-content: space-between; margin-bottom: .75rem; }
.month-bar h2 { margin: 0; }
.dry-form { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; }
.dry-form .field { flex: 1 1 9rem; }
.dry-form .check { display: flex; gap: .625rem; align-items: center; flex: 1 1 100%; min-height: 44px; }
.dry-form button { flex: none; }
.dry-progress { display: grid; gap: .75rem; max-width: 36rem; }
.dry-progress progress { width: 100%; height: 1.25rem; accent-color: var(--accent); }
.day-plot { display: block; width: 100%; height: auto; overflow: visible; font-size: 12px; font-variant-numeric: tabular-nums; }
.day-plot text { fill: var(--quiet); }
.day-plot .axis { stroke: var(--strong-line); stroke-width: 1; fill: none; }
.day-plot .grid { stroke: var(--line); stroke-width: 1; fill: none; }
.day-plot .sent { fill: var(--accent); }
.day-plot .skipped { fill: none; stroke: var(--strong-line); stroke-width: 1; stroke-dasharray: 2 2; }
@media (max-width: 40rem) { .day-plot { font-size: 21px; } .month td.without { display: none; } .month thead { display: none; }
  .month tr { display: block; } .month td { display: block; height: auto; border: 0; padding: .625rem 1rem; } .month tr + tr { border-top: 1px solid var(--line); } }
@media (min-width: 40.01rem) { .month .weekday { display: none; } }
.more-here { color: var(--quiet); font-size: var(--small); padding: .75rem 1.25rem; }
.save-draft { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; justify-content: space-between; }
.dry-filter { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; margin-bottom: 1.25rem; }
.dry-filter .field { flex: 1 1 12rem; }
.facts .figure { font-size: var(--title); font-weight: 650; }
@media (min-width: 40.01rem) { .tight th, .tight td, .tight tbody td { padding: .5rem 1rem; } .tight th[scope="row"] { min-width: 9rem; } .tight th.date { white-space: nowrap; } }
`;
