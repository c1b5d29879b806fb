/** Signing in, members and one's own account. */
export const access = `
.door { max-width: 30rem; display: grid; gap: 1.25rem; }
.door form { display: grid; gap: 1rem; }
.outside { max-width: 36rem; margin-inline: auto; }
.outside .brand { margin: 1rem 1rem 0; }
.signed-in { padding: 0 1rem 2rem; max-width: 66rem; color: var(--quiet); font-size: var(--small); }
.signed-in a { display: inline-block; padding: .75rem 0; margin: -.75rem 0; }
@media (min-width: 60rem) { .signed-in { padding: 0 3rem 2rem; } .outside .brand { margin-inline: 3rem; padding: 0; } }
@media print { .signed-in { display: none; } }
`;
