/** What is wrong with a template or an article. */
export const findings = `
.findings-all { display: grid; gap: 1.25rem; }
.findings { border: 1px solid var(--line); border-inline-start: 3px solid var(--strong-line); border-radius: .25rem var(--round) var(--round) .25rem;
  padding: .75rem 1rem; background: var(--surface); }
.findings.bad { border-inline-start-color: var(--wrong); }
.findings-count { font-weight: 400; color: var(--quiet); }
.finding { padding: .75rem 0; display: grid; gap: .125rem; overflow-wrap: anywhere; }
.finding + .finding { border-top: 1px solid var(--line); } .finding:last-child { padding-bottom: 0; }
.finding-rule { font-weight: 600; }
.finding-where { color: var(--quiet); }
.finding-why { color: var(--quiet); font-size: var(--small); max-width: 42rem; }
`;
