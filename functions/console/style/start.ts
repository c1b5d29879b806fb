/** First steps. */
export const start = `
.steps { display: grid; gap: .75rem; counter-reset: step; }
.step { counter-increment: step; display: grid; grid-template-columns: 2.25rem minmax(0, 1fr); gap: .5rem .75rem; padding: 1rem 1.25rem;
  background: var(--surface); border: 1px solid var(--line); border-radius: var(--round); }
.step::before { content: counter(step); grid-row: span 2; display: grid; place-items: center; width: 2.25rem; height: 2.25rem; border-radius: 50%;
  background: var(--paper); color: var(--quiet); font-weight: 650; }
.step[aria-current] { border-color: var(--accent); }
.step[aria-current]::before { background: var(--accent); color: var(--on-accent); }
.step h2 .chip { margin-inline-start: .375rem; vertical-align: .125em; }
.step > .buttons { grid-column: 2; margin: 0; }
.step > .buttons:empty { display: none; }
.steps-done { display: grid; gap: .375rem; max-width: 30rem; margin-bottom: 1.5rem; }
.steps-done progress { width: 100%; height: .625rem; accent-color: var(--accent); }
.sample { margin-bottom: 1.5rem; }
@media (min-width: 48rem) {
  .step { grid-template-columns: 2.25rem minmax(0, 1fr) auto; align-items: center; }
  .step::before { grid-row: auto; }
  .step > .buttons { grid-column: 3; }
}
`;
