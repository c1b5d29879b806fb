/** @jsxImportSource hono/jsx */

/**
 * Where the page's script says that somebody asks for a call, for those who call. Without a script the worklist says it. `now` (epoch ms): whoever asks
 * from then on is not on the page yet. `offer`: to be told outside the page, too.
 */
export const Alerts = ({ now, offer }: { now: number; offer: boolean }) => (
  <aside aria-label="Asked for a call">
    {offer && (
      <button class="quiet notify" type="button" data-notify hidden>
        Tell me outside this page too when somebody asks for a call
      </button>
    )}
    <output class="alerts" data-alerts="/events" data-from={new Date(now).toISOString()}></output>
  </aside>
);
