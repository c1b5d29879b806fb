/** Tokens, type, and the frame around every page. The accent is that of the emails. */
export const base = `
:root {
  color-scheme: light dark;
  --paper: #f6f8f7; --surface: #fff; --ink: #1a2226; --quiet: #55616a; --line: #dde3e1; --strong-line: #84908d;
  --accent: #0b6a60; --on-accent: #fff; --accent-deep: #084f48; --tint: #e3f1ee; --on-tint: #08544c;
  --wrong: #a3261d; --wrong-tint: #fbeae8;
  --small: .8125rem; --text: .9375rem; --large: 1.125rem; --title: 1.5rem; --display: 2rem;
  --gap: 1rem; --round: .625rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #111617; --surface: #191f21; --ink: #e9eeec; --quiet: #a3afb1; --line: #2b3537; --strong-line: #75827f;
    --accent: #7ad3c5; --on-accent: #06211d; --accent-deep: #a3e5da; --tint: #18302d; --on-tint: #a3e5da;
    --wrong: #ff9f93; --wrong-tint: #3a201d;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; overflow-y: scroll; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: var(--text)/1.55 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Open Sans", system-ui, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, p, ul, ol, dl, dd, figure, blockquote, fieldset { margin: 0; padding: 0; }
ul, ol { list-style: none; }
fieldset { border: 0; min-width: 0; }
h1 { font-size: var(--title); line-height: 1.2; letter-spacing: -.015em; font-weight: 650; text-wrap: balance; }
h2 { font-size: var(--large); line-height: 1.3; letter-spacing: -.005em; font-weight: 650; }
h3 { font-size: var(--text); font-weight: 650; }
small, .small { font-size: var(--small); }
.quiet-text, .hint, small { color: var(--quiet); }
time, .num, td, dd { font-variant-numeric: tabular-nums; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em; }
a:hover { color: var(--accent-deep); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
main:focus { outline: none; }
.skip-link { position: absolute; left: 1rem; top: -4rem; z-index: 2; padding: .75rem 1rem; background: var(--accent);
  color: var(--on-accent); border-radius: var(--round); }
.skip-link:focus { top: 1rem; color: var(--on-accent); }

.side { background: var(--surface); border-bottom: 1px solid var(--line); display: grid; align-items: center;
  grid-template-columns: auto minmax(0, 1fr); gap: .25rem 1rem; padding: .5rem 1rem; }
.brand { display: inline-flex; align-items: center; gap: .625rem; min-height: 44px; color: var(--ink); text-decoration: none;
  font-weight: 700; font-size: var(--large); letter-spacing: -.02em; }
.mark rect { fill: var(--strong-line); } .mark .mid { fill: var(--accent); }
.menu { justify-self: end; display: flex; gap: .5rem; align-items: baseline; order: 2; }
.menu-here { color: var(--quiet); font-weight: 400; }
.places { inset: 0 0 auto; width: 100%; max-width: none; max-height: 100dvh; margin: 0; padding: .75rem 1rem 1.25rem; border: 0;
  border-bottom: 1px solid var(--line); background: var(--surface); color: var(--ink); overflow-y: auto; }
.places:popover-open { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .5rem 1rem; align-items: start; }
.places::backdrop { background: rgb(0 0 0 / .45); }
.places-group { padding: .5rem .625rem .125rem; color: var(--quiet); font-size: var(--small); }
.places a { display: flex; align-items: center; min-height: 44px; padding: 0 .625rem; color: var(--ink); text-decoration: none; border-radius: var(--round); }
.places a:focus-visible { outline-offset: -4px; }
.places a:hover { background: var(--paper); }
.places [aria-current] { background: var(--tint); color: var(--on-tint); font-weight: 600; }
.rep-switch { order: 3; grid-column: 1 / -1; min-width: 0; }
.rep-switch select { flex: 1; }
.rep-switch label { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.joined { display: flex; }
.joined > :first-child { border-start-end-radius: 0; border-end-end-radius: 0; min-width: 0; }
.joined > button { border-start-start-radius: 0; border-end-start-radius: 0; margin-inline-start: -1px; }

.time-bar { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; justify-content: space-between;
  padding: .625rem 1rem; background: var(--tint); color: var(--on-tint); font-size: var(--small); }
.time-bar .label { display: block; opacity: .85; }
.time-bar time { font-weight: 650; font-size: var(--text); }
.time-bar form { display: flex; gap: .5rem; overflow-x: auto; scrollbar-width: none; margin: 0 -1rem; padding: 4px 1rem; max-width: calc(100% + 2rem); }
.time-bar button { font-size: var(--small); padding-inline: .75rem; white-space: nowrap; background: transparent; color: inherit; border-color: currentColor; }
main { padding: 1.5rem 1rem 4rem; max-width: 66rem; }
.head { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: start; justify-content: space-between; margin-bottom: 1.5rem; }
.head p { color: var(--quiet); margin-top: .25rem; max-width: 42rem; }
.crumb { display: inline-flex; align-items: center; min-height: 44px; margin-top: -.75rem; color: var(--quiet); text-decoration: none; }
.crumb::before { content: ""; width: .5rem; height: .5rem; margin-inline: .125rem .5rem; border: solid currentColor; border-width: 0 0 2px 2px; rotate: 45deg; }
.crumb:hover { color: var(--accent); }
.flash { display: block; background: var(--tint); color: var(--on-tint); border-inline-start: 3px solid var(--accent); padding: .75rem 1rem;
  border-radius: .25rem var(--round) var(--round) .25rem; margin-bottom: 1.5rem; }
.form .flash { margin: 0; }
.flash.bad { background: var(--wrong-tint); color: var(--ink); border-color: var(--wrong); }

@media (min-width: 60rem) {
  .frame { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); min-height: 100vh;
    background: linear-gradient(to right, var(--surface) calc(14.5rem - 1px), var(--line) 0 14.5rem, transparent 0); }
  .side { position: sticky; top: 0; height: 100vh; display: flex; flex-direction: column; align-items: stretch; gap: 1rem;
    padding: 1.25rem 1rem; border-bottom: 0; background: none; overflow-y: auto; scrollbar-width: thin; }
  .brand { padding: 0 .75rem; }
  .menu { display: none; }
  .places { display: block; position: static; width: auto; max-height: none; padding: 0; border: 0; background: none; overflow: visible; }
  .places section + section { margin-top: .25rem; }
  .places-group { padding: .125rem .75rem; }
  .places a { padding: 0 .75rem; min-height: 30px; }
  .rep-switch { justify-self: stretch; margin-top: auto; max-width: none; width: 100%; }
  .rep-switch select { padding-inline: .625rem 0; text-overflow: ellipsis; }
  .rep-switch button { padding-inline: .625rem; }
  .rep-switch label { position: static; clip-path: none; width: auto; height: auto; font-size: var(--small); color: var(--quiet); }
  .joined > :first-child { flex: 1; }
  .time-bar { padding: .625rem 3rem; min-height: 4.25rem; }
  .time-bar form { margin: -4px; padding: 4px; max-width: calc(100% + 8px); }
  main { padding: 2.5rem 3rem 6rem; }
  h1 { font-size: var(--display); }
}
@media (prefers-reduced-motion: no-preference) { a, button, .option { transition: background-color .12s, border-color .12s; } }
@media print {
  .side, .time-bar, .skip-link, .crumb, .flash, form, .button:not(.tel), .pager { display: none !important; }
  :root { --paper: #fff; --surface: #fff; --ink: #000; --quiet: #333; --line: #bbb; --accent: #0b6a60; --tint: #fff; --on-tint: #000; --on-accent: #fff; --wrong: #a3261d; }
  .tel { border: 0 !important; background: none !important; color: #000 !important; padding: 0 !important; }
  .frame, .split { display: block !important; background: none !important; } .stack { margin-bottom: 1rem; }
  main { padding: 0; max-width: none; } .rows > li, .card { break-inside: avoid; }
}
`;
