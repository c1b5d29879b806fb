/** @jsxImportSource hono/jsx */

/** One step further, and back to the start; a cursor knows no page numbers. */
export const Pager = ({ next, first }: { next: string | undefined; first: string | undefined }) =>
  next || first ? (
    <nav class="pager" aria-label="Pages">
      {first && (
        <a class="button quiet" href={first}>
          Back to the start
        </a>
      )}
      {next && (
        <a class="button" href={next}>
          Show more
        </a>
      )}
    </nav>
  ) : null;
