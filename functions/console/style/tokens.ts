/** Calendar addresses and tokens on the account page. */
export const tokens = `
.tokens-card { display: grid; gap: 1.25rem; } .tokens-card > h2 + * { margin-top: 0; }
.token-make { margin-top: .75rem; }
.tokens { list-style: none; margin: 0; padding: 0; }
.token { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; padding: .75rem 0; }
.token + .token { border-top: 1px solid var(--line); }
.token-name { font-weight: 600; overflow-wrap: anywhere; }
`;
