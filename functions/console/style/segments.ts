/** Segments: the list, the rules of one, and what was counted. */
export const segments = `
.segment-rules { list-style: none; color: var(--quiet); margin-top: .25rem; overflow-wrap: anywhere; }
.segment .meta { margin-top: .5rem; }
.segment-count { color: var(--ink); }
.segment-deeds { gap: .5rem; }
.segment summary, .segment-rule summary { cursor: pointer; min-height: 44px; display: list-item; padding: .625rem 0; }
.segment-sample { list-style: none; display: grid; gap: 0 1.5rem; margin-top: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); }
.segment-sample a { display: inline-block; padding: .625rem 0; }
.segment-set > p { margin-bottom: .75rem; }
.segment-rule { border-top: 1px solid var(--line); }
.segment-rule:last-of-type { border-bottom: 1px solid var(--line); }
#counted { scroll-margin-top: 1rem; }
.segment-rule fieldset { display: grid; gap: .75rem; padding: .25rem 0 1rem; }
.segment-is, .segment-ticks { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.segment-ticks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr)); }
.segment-tick { display: flex; align-items: center; gap: .625rem; min-height: 44px; cursor: pointer; }
@media (min-width: 48rem) { .segment { grid-template-columns: minmax(0, 1fr) auto; align-items: start; } }
.edit-form { gap: 2.25rem; } .edit-form legend { font-size: var(--large); margin-bottom: 1rem; } .edit-form .form { gap: 1rem; }
.edit-why { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; }
`;
