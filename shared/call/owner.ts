import type { App } from "../app.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { ownProspect } from "../prospect/store.ts";
import type { Rep } from "../rep/rep.ts";
import { getReps } from "../rep/store.ts";
import { briefInNameOf } from "./brief.ts";
import type { Call } from "./call.ts";
import type { Moved } from "./move.ts";

/** Both the rep there was and the one to be, if they are there. */
export async function repsOf(
  app: App,
  from: string | undefined,
  to: string,
): Promise<{ before: Rep | undefined; after: Rep | undefined }> {
  const reps = new Map((await getReps(app.table)).map((rep) => [rep.id, rep]));
  return { before: reps.get(from ?? ""), after: reps.get(to) };
}

/** Task and prospect get another rep. Promises stay with whoever made them. */
export function givenTo(
  app: App,
  about: { readonly call: Call; readonly prospect: Prospect; readonly rep: Rep; readonly now: number },
): Pick<Moved, "changes" | "also"> {
  const { call, prospect, rep, now } = about;
  const brief = briefInNameOf(call.brief, { prospect, rep, company: app.config.company });
  return { changes: { repId: rep.id, brief }, also: ownProspect(prospect, rep.id, now) };
}
