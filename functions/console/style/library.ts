/** The library: its filter, rows with pictures, an article's page and form, and how long it lasts. */
export const library = `
.library-filter { display: grid; gap: .75rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); align-items: end; }
.library-states { flex-wrap: wrap; margin-bottom: .75rem; }
.library-found { margin-bottom: .5rem; }
.rows > .library-row:has(img) { grid-template-columns: minmax(0, 1fr) 5rem; }
.library-row > div { min-width: 0; }
.library-picture { border-radius: var(--round); overflow: hidden; background: var(--tint); aspect-ratio: 16 / 10; align-self: start; }
.library-picture img, .article-picture img { display: block; width: 100%; height: 100%; object-fit: cover; color: var(--quiet); font-size: var(--small); }
.article-picture { border-radius: calc(var(--round) * 1.4); overflow: hidden; background: var(--tint); aspect-ratio: 16 / 9; max-width: 44rem; }
@media (min-width: 48rem) { .rows > .library-row:has(img) { grid-template-columns: minmax(0, 1fr) 9rem; } }
.coverage .chip a { color: inherit; display: inline-block; padding: .75rem 0; margin: -.75rem 0; }
.suggested { display: grid; gap: .25rem; }
.suggested label { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .125rem .75rem; align-items: center; min-height: 44px; font-weight: 600; }
.suggested label small { grid-column: 2; font-weight: 400; }
.study { border: 1px solid var(--line); border-radius: var(--round); padding: 1rem; display: grid; gap: 1rem; }
.study > legend { padding: 0 .5rem; }
.flaw-list { list-style: disc; padding-inline-start: 1.25rem; display: grid; gap: .25rem; }
.other-ways { display: grid; gap: .25rem; } .other-ways a { display: inline-block; padding: .6875rem 0; }
.feed-looks { display: grid; gap: .25rem; margin-top: .5rem; font-size: var(--small); }
.runway-row { display: grid; gap: .5rem 2rem; }
.runway-row > * { min-width: 0; }
.runway-plot { display: block; width: 100%; max-width: 34rem; height: auto; overflow: visible; font-size: 11.5px; font-variant-numeric: tabular-nums; }
.runway-plot text { fill: var(--quiet); }
.runway-plot path { fill: none; stroke: var(--strong-line); stroke-width: 1; }
.runway-plot rect { fill: var(--accent); } .runway-plot .soon { fill: var(--wrong); } .runway-plot .later { fill: var(--strong-line); }
@media (max-width: 40rem) { .runway-plot { font-size: 14px; } }
.runway-first { display: grid; gap: .125rem; }
.runway-first a { display: inline-block; padding: .5rem 0; }
@media (min-width: 60rem) { .rows > .runway-row { grid-template-columns: minmax(0, 1fr) 26rem; align-items: start; } }
`;
