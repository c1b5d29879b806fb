import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { readPhone } from "../prospect/phone.ts";
import { LONGEST_TEXT, clean } from "../prospect/text.ts";
import { isCallingLink } from "./calling-link.ts";
import type { Rep } from "./rep.ts";
import { getRep, putRep } from "./store.ts";

/** "" takes it away; an import never does. */
export type RepChange = { readonly title: string; readonly phone: string; readonly callingLink: string };

/**
 * Changes what prospects read of a rep and how they reach them; it holds from the next email on.
 * @throws AppError("not-found") for no rep, AppError("invalid") that begins with the field: title, phone or callingLink
 */
export async function changeRep(app: App, repId: string, change: RepChange): Promise<Rep> {
  const rep = await getRep(app.table, repId);
  if (!rep) throw new AppError("not-found", "There is no such rep.");
  const title = clean(change.title);
  if (title.length > LONGEST_TEXT) throw new AppError("invalid", `title: at most ${LONGEST_TEXT} characters`);
  const changed: Rep = {
    ...rep,
    title: title || undefined,
    phone: phoneOf(clean(change.phone)),
    callingLink: linkOf(clean(change.callingLink)),
  };
  await app.table.write(putRep(changed));
  return changed;
}

function phoneOf(text: string): string | undefined {
  if (!text) return undefined;
  const { phone, warning } = readPhone(text, undefined);
  if (warning) throw new AppError("invalid", "phone: give the number with its country, like +351 210 000 000");
  return phone;
}

function linkOf(text: string): string | undefined {
  if (!text) return undefined;
  if (!isCallingLink(text))
    throw new AppError("invalid", "callingLink: give a whole web address, like https://meet.example.com/ana");
  return text;
}
