/** @jsxImportSource hono/jsx */

/** Where the page's script says that somebody asks for a call, for those who call. Without a script the worklist says it. */
export const Alerts = () => (
  <aside aria-label="Asked for a call">
    <button class="quiet notify" type="button" data-notify hidden>
      Tell me outside this page too when somebody asks for a call
    </button>
    <output class="alerts" data-alerts="/events"></output>
  </aside>
);
