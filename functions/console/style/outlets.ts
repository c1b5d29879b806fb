/** The page of outlets, and what every page says when somebody asks for a call. */
export const outlets = `
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
.outlet-rows h3 { font-weight: 600; }
.outlet-foot { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; justify-content: space-between; margin-top: 1rem; }
.stack > section > h2 { margin-bottom: .75rem; }
.alerts { position: fixed; z-index: 3; inset-block-end: 1rem; inset-inline: 1rem; display: grid; gap: .5rem; justify-items: end; pointer-events: none; }
.alert { pointer-events: auto; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .125rem 1rem; align-items: center; width: min(30rem, 100%);
  padding: .75rem 1rem; background: var(--surface); border: 1px solid var(--accent); border-inline-start-width: 4px; border-radius: var(--round);
  box-shadow: 0 .5rem 2rem rgb(0 0 0 / .2); }
.alert a { display: flex; align-items: center; min-height: 44px; font-weight: 650; }
.alert small { grid-column: 1; font-size: var(--small); color: var(--quiet); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.alert button { grid-column: 2; grid-row: 1 / span 2; }
.notify { font-size: var(--small); margin: 0 1rem 1rem; max-width: calc(100% - 2rem); }
@media (min-width: 60rem) { .notify { margin-inline: 3rem; } }
@media print { .alerts, .notify { display: none; } }
`;
