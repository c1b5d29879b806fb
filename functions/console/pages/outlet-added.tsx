/** @jsxImportSource hono/jsx */
import type { Endpoint } from "../../../shared/notice/outlets.ts";

/** The only time the secret is shown. */
export const AddedPage = ({ url, secret }: Endpoint) => (
  <>
    <div class="head">
      <div>
        <h1>Added</h1>
        <p class="address">{url}</p>
      </div>
    </div>
    <section class="card">
      <h2>Its secret</h2>
      <p>Copy it to the program now: it checks with it that a message is from here. It is not shown again.</p>
      <code class="copy section-top">{secret}</code>
      <p class="buttons section-top">
        <a class="button primary" href="/outlets">
          I have copied it
        </a>
      </p>
    </section>
  </>
);
