/** Cadences, their form and history, and the page that stops all emails. */
export const cadence = `
.flash.paused { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; justify-content: space-between; }
.flash.paused p { flex: 1 1 20rem; }
.stop { border-color: var(--wrong); color: var(--wrong); }
.stop:hover { border-color: var(--wrong); color: var(--wrong); background: var(--wrong-tint); }
.cadence + .cadence { margin-top: 3.5rem; padding-top: 2.5rem; border-top: 1px solid var(--line); }
.cadence-acts { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1.5rem; align-items: center; }
.cadence-acts form { display: contents; }
.cadence h3.section-title { margin-bottom: .75rem; }
.remarks { display: grid; gap: .375rem; margin-bottom: 1.5rem; padding: .75rem 1rem; border: 1px dashed var(--strong-line); border-radius: var(--round); max-width: 46rem; }
.slot-row { display: grid; gap: .75rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); padding: 1rem; border: 1px solid var(--line); border-radius: var(--round); }
.slot-row > legend { padding-inline: .375rem; }
.slot-rows { display: grid; gap: 1rem; margin-top: .75rem; }
.cadence-form { max-width: 46rem; }
.cadence-form fieldset > .hint { margin-top: .25rem; }
.cadence-form fieldset > .pair, .cadence-form fieldset > .ticks { margin-top: .75rem; }
.ticks { display: grid; gap: .5rem; }
.coming-slots > summary { min-height: 44px; padding: .625rem 0; cursor: pointer; font-weight: 600; }
.history-row { gap: .375rem; }
.history-row ul { list-style: disc; padding-inline-start: 1.125rem; }
.history-row .buttons { margin-top: .5rem; }
`;
