/** The gallery of templates, and one of them as somebody would see it. */
export const templates = `
.template-cards { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); }
.template-card { position: relative; display: grid; grid-template-rows: auto 1fr; background: var(--surface); border: 1px solid var(--line);
  border-radius: calc(var(--round) * 1.4); overflow: hidden; }
.template-card:hover { border-color: var(--accent); }
.template-card:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
.template-still { height: 17rem; overflow: hidden; background: #f2f4f3; border-bottom: 1px solid var(--line); container-type: inline-size; }
.template-broken { margin: 0; padding: 1.25rem; overflow-wrap: anywhere; color: #1b1f1e; }
.template-still iframe { width: 640px; height: 1000px; border: 0; pointer-events: none; transform-origin: 0 0; transform: scale(.5); color-scheme: light; }
@supports (scale: calc(100cqi / 640px)) { .template-still iframe { transform: none; scale: calc(100cqi / 640px); } }
.template-about { display: grid; gap: .625rem; padding: 1.125rem 1.25rem 1.25rem; align-content: start; }
.template-about h2 a { color: var(--ink); text-decoration: none; }
.template-about h2 a:focus-visible { outline: none; }
.template-about h2 a::after { content: ""; position: absolute; inset: 0; }
.template-about h2 a:hover { color: var(--accent); text-decoration: underline; }
.template-about .template-uses a, .template-about .quiet-text a { position: relative; }
.template-uses { font-size: var(--small); color: var(--quiet); }
.card > .chips + .template-uses, .card > .chips + p { margin-top: .75rem; }
.inbox { display: grid; gap: 0 1rem; padding: .875rem 1.25rem; background: var(--surface); border: 1px solid var(--line);
  border-radius: calc(var(--round) * 1.4); min-width: 0; }
.inbox > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
.template-frame { overflow-x: auto; border-radius: calc(var(--round) * 1.4); }
.template-frame .letter { height: 60rem; }
.template-frame .desktop { width: 642px; max-width: none; }
.template-frame .phone { width: 392px; max-width: none; }
.found-people { border: 1px solid var(--line); border-radius: var(--round); margin-bottom: .75rem; }
.found-people li + li { border-top: 1px solid var(--line); }
.found-people a { display: block; padding: .625rem .875rem; min-height: 44px; text-decoration: none; color: var(--ink); }
.found-people a:hover { background: var(--tint); color: var(--on-tint); }
.template-tabs { overflow-x: auto; scrollbar-width: none; }
.template-tabs a { white-space: nowrap; }
.template-split { display: grid; gap: 1.5rem; align-items: start; }
.template-split > * { min-width: 0; }
@media (min-width: 76rem) { .template-split { grid-template-columns: 642px minmax(0, 1fr); } }
@media (min-width: 48rem) { .inbox { grid-template-columns: 11rem minmax(0, 1fr); } }
`;
