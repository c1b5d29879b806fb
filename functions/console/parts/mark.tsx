/** @jsxImportSource hono/jsx */

/** A week of five days; the two in the middle stand out. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 28 20" width="28" height="20" aria-hidden="true" focusable="false">
    <rect x="0" y="11" width="4" height="6" rx="2" />
    <rect x="6" y="9" width="4" height="8" rx="2" />
    <rect class="mid" x="12" y="3" width="4" height="14" rx="2" />
    <rect class="mid" x="18" y="3" width="4" height="14" rx="2" />
    <rect x="24" y="9" width="4" height="8" rx="2" />
  </svg>
);
