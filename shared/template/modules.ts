// Written by .ci/templates.mjs from what lies in emails/; do not edit.
import { carrying } from "./carrying.ts";

/** How each template is loaded, with its first email and not before. */
export const modules = {
  "blog-post": carrying(() => import("../../emails/blog-post.tsx")),
  "case-study": carrying(() => import("../../emails/case-study.tsx")),
};
