/** Coming emails, and articles to choose from. */
export const coming = `
.coming-row { align-items: center; }
.coming-row .quiet-text { font-weight: 400; }
.coming-what { display: inline-block; padding: .375rem 0; }
.group > .small + .rows { margin-top: .5rem; }
.coming-acts { gap: .5rem; }
.coming-acts form { display: contents; }
.coming-card .coming-acts { margin-top: .75rem; }
@media (min-width: 48rem) { .coming-row { grid-template-columns: minmax(0, 1fr) auto; } .coming-row .coming-acts { justify-content: end; } }
.article-options { gap: .5rem; margin-top: .5rem; }
.article-option { align-items: start; background: var(--surface); }
.article-option input { margin-top: .125rem; }
.article-option > span { min-width: 0; }
`;
