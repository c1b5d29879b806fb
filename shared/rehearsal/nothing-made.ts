import type { Rendering } from "../ports.ts";
import type { Making } from "../touch/making.ts";

const RENDERING: Rendering = { id: "", subject: [""], html: [""], text: [""] };

/** Emails of which nothing is written: who gets what does not hang on what it says. */
export const nothingMade: Making = {
  mailOf: async (_app, { rep }) => ({
    from: { name: rep.name, address: rep.email },
    replyTo: rep.email,
    rendering: RENDERING,
  }),
  entryOf: (_app, { touch }) => ({
    to: { address: "" },
    values: {},
    headers: {},
    tags: { prospect: touch.prospectId, slot: touch.date },
  }),
};
