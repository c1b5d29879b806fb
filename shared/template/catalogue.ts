// Written by .ci/templates.mjs from what lies in emails/; do not edit.
import type { Template } from "../../emails/template.ts";

/** What every template says of itself, without loading it. */
export const catalogue = {
  "blog-post": {
    purpose: "A post or a resource, passed on by the rep with a line of their own: the email of most Wednesdays.",
    carries: ["blog-post", "resource"],
  },
  "case-study": {
    purpose: "How a client in the reader's own sector went from a problem to a result: the email of most Thursdays.",
    carries: ["case-study"],
  },
} as const satisfies { readonly [name: string]: Template };
