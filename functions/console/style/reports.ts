/** Reports: wide tables that become cards on a phone. */
export const reports = `
.report-pages { overflow-x: auto; scrollbar-width: none; } .report-pages a { white-space: nowrap; padding: 0 .75rem; }
.report-ranges { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1.5rem; }
.report-ranges a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 1rem; border: 1px solid var(--line); border-radius: 1.5rem;
  color: var(--quiet); text-decoration: none; background: var(--surface); }
.report-ranges [aria-current] { color: var(--on-tint); background: var(--tint); border-color: var(--accent); font-weight: 600; }
.report-table { background: var(--surface); border: 1px solid var(--line); font-size: var(--small); }
.report-table caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.report-table th, .report-table td { padding: .625rem .375rem; } .report-table th:first-child { padding-inline-start: 1rem; }
.report-table thead th { white-space: normal; vertical-align: bottom; }
.report-table thead a { display: inline-flex; align-items: end; min-height: 44px; color: var(--quiet); text-decoration: none; }
.report-table thead a:hover { color: var(--accent); text-decoration: underline; }
.report-table [aria-sort] a { color: var(--ink); font-weight: 700; }
.report-table [aria-sort] a::after { content: ""; flex: none; margin: 0 0 .375rem .25rem; border: solid transparent; border-width: .375rem .25rem 0; border-top-color: currentColor; }
.report-table [aria-sort="ascending"] a::after { rotate: 180deg; }
.report-table tbody th { color: var(--ink); white-space: normal; overflow-wrap: anywhere; min-width: 8rem; }
.report-table td .under { font-size: .75rem; } .report-table td .range { white-space: nowrap; }
.report-table tr:target { background: var(--tint); } .report-table tr:target .under { color: var(--on-tint); }
.report-foot { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; justify-content: space-between; margin-top: 1rem; }
.report-sort { display: none; } .report-total .under { font-size: var(--small); } .report-total dd { font-weight: 650; font-size: var(--large); }
@media (max-width: 79.9rem) {
  .report-table, .report-table tbody { display: block; }
  .report-table thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .report-table tbody tr { display: block; padding: 1rem; }
  .report-table tbody th { display: block; font-size: var(--text); margin-bottom: .25rem; }
  .report-table tbody th, .report-table tbody td, .report-table th:first-child { padding: 0; }
  .report-table tbody td { display: flex; flex-wrap: wrap; gap: 0 .5rem; align-items: baseline; padding-block: .0625rem; }
  .report-table td::before { content: attr(data-label); color: var(--quiet); flex: 0 0 9rem; }
  .report-sort { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: 1rem; max-width: 26rem; } .report-sort .field { flex: 1; }
}
@media (min-width: 48rem) and (max-width: 79.9rem) { .report-table tbody tr { display: grid; grid-template-columns: 1fr 1fr; } .report-table tbody th { grid-column: 1 / -1; } }
`;
