/** Buttons, fields, chips, cards and rows. */
export const parts = `
button, .button, input, select, textarea { font: inherit; min-height: 44px; border-radius: var(--round); border: 1px solid var(--strong-line);
  background: var(--surface); color: var(--ink); padding: .5rem .875rem; max-width: 100%; }
button, .button { display: inline-flex; align-items: center; justify-content: center; gap: .5rem; cursor: pointer; text-decoration: none; font-weight: 600; }
button:hover, .button:hover { border-color: var(--accent); color: inherit; }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.primary:hover { background: var(--accent-deep); color: var(--on-accent); }
.button.primary:hover { color: var(--on-accent); }
.button.quiet, button.quiet { font-weight: 500; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
.buttons > .button { min-width: 0; overflow-wrap: anywhere; }
@media (max-width: 40rem) { .address { overflow-wrap: anywhere; } }
input, select, textarea { width: 100%; }
input[type="radio"], input[type="checkbox"] { width: 1.25rem; height: 1.25rem; min-height: 0; accent-color: var(--accent); flex: none; margin: 0; }
input[type="file"] { padding: .375rem; background: var(--paper); border-style: dashed; }
input[type="file"]::file-selector-button { font: inherit; min-height: 30px; margin-inline-end: .75rem; padding: .125rem .75rem; border-radius: .375rem;
  border: 1px solid var(--strong-line); background: var(--surface); color: var(--ink); }
textarea { resize: vertical; line-height: 1.5; }
::placeholder { color: var(--quiet); opacity: 1; }
.field { display: grid; gap: .25rem; align-content: start; }
.field > label, legend { font-weight: 600; padding: 0; }
.hint { font-size: var(--small); }
.error { color: var(--wrong); font-weight: 600; font-size: var(--small); }
.bad > input, .bad > select, .bad > textarea { border-color: var(--wrong); border-width: 2px; }
.form { display: grid; gap: 1.25rem; }
.form.card > h2 + * { margin-top: 0; }
.pair { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr)); }

.chip { display: inline-block; padding: .125rem .625rem; border-radius: 1rem; border: 1px solid var(--line); font-size: var(--small);
  line-height: 1.4; font-weight: 600; white-space: nowrap; color: var(--quiet); background: var(--surface); }
.chip.solid { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.chip.tint { background: var(--tint); border-color: transparent; color: var(--on-tint); }
.chip.wrong { border-color: var(--wrong); color: var(--wrong); }
.section-top { margin-top: .75rem; }
.chips { display: flex; flex-wrap: wrap; gap: .375rem; align-items: center; }

.card { background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--round) * 1.4); padding: 1.25rem; }
.card > h2 + * { margin-top: .75rem; }
.callout { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: center; justify-content: space-between; border-color: var(--accent); }
.callout h2 + p { margin-top: .25rem; color: var(--quiet); }
.by-hand { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; } .by-hand .field { flex: 1 1 20rem; }
.stack { display: grid; gap: 1.25rem; align-content: start; }
.stack > * { min-width: 0; }
.section { margin-top: 2.5rem; } .section > h2, .group > h2 { margin-bottom: .75rem; }
.group + .group { margin-top: 2rem; }
.group > h2 .count { color: var(--quiet); font-weight: 500; margin-inline-start: .375rem; }
.empty { border: 1px dashed var(--strong-line); border-radius: calc(var(--round) * 1.4); padding: 2.5rem 1.25rem; text-align: center; color: var(--quiet); }
.empty p { max-width: 36rem; margin-inline: auto; text-wrap: balance; }
.empty-title { color: var(--ink); font-weight: 650; font-size: var(--large); }

.rows { background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--round) * 1.4); }
.rows > li { position: relative; padding: 1rem 1.25rem; display: grid; gap: .25rem 1.5rem; }
.rows > li + li { border-top: 1px solid var(--line); }
.rows .title { font-weight: 650; color: var(--ink); text-decoration: none; display: inline-block; padding: .6875rem 0; margin: -.6875rem 0; }
.rows .title:hover { color: var(--accent); text-decoration: underline; }
.meta { display: flex; flex-wrap: wrap; gap: .125rem .875rem; color: var(--quiet); font-size: var(--small); align-items: center; }
.card + .rows { margin-top: 1.25rem; } .card > p + .chips { margin-top: .75rem; }
.row-title .title { padding: .75rem 0; margin: -.75rem 0; }
.pager { display: flex; gap: .75rem; margin-top: 1.25rem; }

.facts { display: grid; gap: .875rem 1rem; grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr)); }
.facts.letterhead { grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); margin-bottom: 1.25rem; }
.facts.wide { grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); }
.facts dd { overflow-wrap: anywhere; }
.facts dt { color: var(--quiet); font-size: var(--small); }
.facts a { display: inline-block; padding: .75rem 0; margin: -.75rem 0; }
.scroll { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--round) * 1.4); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .75rem 1.25rem; vertical-align: top; }
th { font-size: var(--small); color: var(--quiet); font-weight: 600; white-space: nowrap; }
tbody tr { border-top: 1px solid var(--line); }
td.end, th.end { text-align: end; }
code, pre { font: .8125rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.copy { display: block; padding: .625rem .75rem; background: var(--paper); border: 1px solid var(--line); border-radius: var(--round); overflow-wrap: anywhere; user-select: all; }
.tabs { display: flex; gap: .25rem; border-bottom: 1px solid var(--line); margin-bottom: 1.25rem; }
.tabs a { display: flex; align-items: center; min-height: 44px; padding: 0 1rem; text-decoration: none; color: var(--quiet); border-bottom: 2px solid transparent; margin-bottom: -1px; }
.tabs [aria-current] { color: var(--ink); border-color: var(--accent); font-weight: 600; }
.people th[scope="row"] { color: var(--ink); font-size: var(--text); white-space: normal; min-width: 11rem; }
.people tbody td { padding-top: .75rem; }
.people .title { color: var(--ink); text-decoration: none; display: inline-block; padding: .6875rem 0; margin: -.6875rem 0; }
.people .title:hover { color: var(--accent); text-decoration: underline; }
.under { display: block; color: var(--quiet); font-weight: 400; }
@media (max-width: 40rem) {
  .people thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .people tr { display: flex; flex-wrap: wrap; gap: 0 .75rem; padding: .75rem 1.25rem; }
  .people th[scope="row"] { flex: 1 0 100%; padding: 0; } .people tbody td { padding: 0; font-size: var(--small); text-align: start; }
  .people td[data-label]::before { content: attr(data-label) " "; color: var(--quiet); }
}
`;
