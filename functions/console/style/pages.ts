/** What single pages need beyond the parts. */
export const pages = `
.due { font-variant-numeric: tabular-nums; display: flex; flex-wrap: wrap; gap: 0 .5rem; align-items: baseline; }
.due strong { font-size: var(--title); line-height: 1.2; font-weight: 650; letter-spacing: -.015em; }
.due .small:first-letter { text-transform: uppercase; }
.task .who { color: var(--quiet); font-weight: 400; }
.task .why { max-width: 40rem; }
.task .act { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; margin-top: .5rem; }
.tel { font-variant-numeric: tabular-nums; white-space: nowrap; }
.due-now { color: var(--accent); font-weight: 600; }
.overdue { color: var(--wrong); font-weight: 600; }
@media (min-width: 48rem) {
  .task { grid-template-columns: 11rem minmax(0, 1fr) 11.5rem; align-items: start; padding-block: 1.25rem !important; }
  .task .due { display: grid; }
  .task .act { flex-direction: column; align-items: stretch; margin: 0; }
  .task .act > span { align-self: end; }
}
.split { display: grid; gap: 1.5rem; align-items: start; }
.split > * { min-width: 0; scroll-margin-top: 1rem; }
@media (min-width: 76rem) { .split { grid-template-columns: minmax(0, 1fr) 25rem; } .to-form { display: none; } }
.evidence li { display: grid; gap: 0 1rem; padding: .5rem 0; }
.evidence li + li { border-top: 1px solid var(--line); }
.evidence li:last-child { padding-bottom: 0; }
.evidence time { color: var(--quiet); font-size: var(--small); }
.say { font-size: var(--large); line-height: 1.5; }
.spoken { border-inline-start: 3px solid var(--accent); padding-inline-start: 1rem; }
.asks { list-style: disc; padding-inline-start: 1.125rem; display: grid; gap: .375rem; }
.options { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(10.5rem, 100%), 1fr)); margin-top: .5rem; }
.option { display: flex; gap: .625rem; align-items: center; min-height: 48px; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: var(--round); cursor: pointer; }
.option:hover { border-color: var(--accent); }
.option:has(:checked) { background: var(--tint); border-color: var(--accent); color: var(--on-tint); box-shadow: inset 0 0 0 1px var(--accent); }
.option:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
.option :focus-visible { outline: none; }
.only { display: none; gap: 1.25rem; }
.only.shown, form:has([data-shows~="step"]:checked) .only.step, form:has([data-shows~="later"]:checked) .only.later,
form:has([data-shows~="practice"]:checked) .only.practice { display: grid; }
@supports not selector(:has(*)) { .only { display: grid; } }

.day { position: relative; }
.day > h3 { color: var(--quiet); font-weight: 600; padding: 1.5rem 0 .5rem; }
.day > ol { background: var(--surface); border: 1px solid var(--line); border-radius: calc(var(--round) * 1.4); }
.entry { display: grid; grid-template-columns: 3.25rem minmax(0, 1fr); gap: 0 .75rem; padding: .75rem 1.25rem; }
.entry + .entry { border-top: 1px solid var(--line); }
.entry time { color: var(--quiet); }
.entry .what { position: relative; font-weight: 600; padding-inline-start: 1.125rem; }
.entry .what a { display: inline-block; padding: .625rem 0; margin: -.625rem 0; }
.entry.machine .what, .entry.skip .what { font-weight: 400; color: var(--quiet); }
.entry .what::before { content: ""; position: absolute; inset-inline-start: 0; top: .5em; width: .5rem; height: .5rem; border-radius: 50%; background: var(--strong-line); }
.entry.signal .what::before, .entry.call .what::before { background: var(--accent); }
.entry.machine .what::before, .entry.skip .what::before, .entry.note .what::before { background: transparent; border: 1.5px solid var(--strong-line); }
.entry .detail { color: var(--quiet); padding-inline-start: 1.125rem; white-space: pre-line; }

.figure { font-size: var(--display); font-weight: 650; letter-spacing: -.02em; line-height: 1.1; color: var(--accent); }
.rhythm { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); }
.rhythm > li { padding: 1.25rem; border-radius: calc(var(--round) * 1.4); background: var(--surface); border: 1px solid var(--line); }
.rhythm .figure { font-variant-numeric: tabular-nums; }
.rules { display: grid; gap: .5rem; max-width: 42rem; list-style: disc; padding-inline-start: 1.125rem; }
.letter { width: 100%; height: 44rem; border: 1px solid var(--line); border-radius: calc(var(--round) * 1.4); background: #fff; color-scheme: light; display: block; }
.importing { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); }
.importing .card > h2 + * { margin-top: 0; }
.importing .card { display: grid; grid-template-rows: auto auto 1fr auto; gap: .75rem; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin-bottom: 1.25rem; }
.counts dt { color: var(--quiet); font-size: var(--small); } .counts dd { font-size: var(--title); font-weight: 650; }
.counts div { display: flex; flex-direction: column-reverse; }
.narrow-text { max-width: 44rem; }
.row-title { font-size: var(--text); }
.figure + .facts, .facts + .spoken { margin-top: 1rem; }
.trouble { max-width: 34rem; display: grid; gap: 1rem; }
.report { margin-bottom: 1.5rem; } .report .head { margin-bottom: 1rem; align-items: center; }
`;
