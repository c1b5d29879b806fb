/** @jsxImportSource hono/jsx */

/** A page for what went wrong, in people's words. */
export const TroublePage = ({ title, text }: { title: string; text: string }) => (
  <div class="trouble">
    <h1>{title}</h1>
    <p class="say">{text}</p>
    <p>
      <a class="button" href="/">
        To the worklist
      </a>
    </p>
  </div>
);
