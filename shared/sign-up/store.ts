import { DAY, HOUR } from "../durations.ts";
import { signUpCountKey, signUpFormKey, signUpFormsPk, signUpKey } from "../keys.ts";
import { hashOf, isSecret } from "../member/sign-in-link.ts";
import type { Guard, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { SignUp, SignUpForm } from "./sign-up.ts";

/** A company has few: read at once, oldest first. */
export async function getSignUpForms(table: Table): Promise<SignUpForm[]> {
  const items = await readAll(table, { pk: signUpFormsPk });
  return items.map((item) => SignUpForm.parse(item.data)).toSorted((a, b) => a.createdAt - b.createdAt);
}

export async function getSignUpForm(table: Table, id: string): Promise<SignUpForm | undefined> {
  const item = await table.get(signUpFormKey(id));
  return item && SignUpForm.parse(item.data);
}

/** What marketing says of a form; how often it was used is counted beside it and stays. */
export const putSignUpForm = (form: SignUpForm, before: SignUpForm | undefined): Write => {
  const { asked, confirmed, ...words } = SignUpForm.parse(form);
  if (!before)
    return { kind: "put", item: { ...signUpFormKey(form.id), data: { ...words, asked, confirmed } }, guard: "absent" };
  const set = { ...words, sector: words.sector };
  return { kind: "update", key: signUpFormKey(form.id), set, guard: { match: { updatedAt: before.updatedAt } } };
};

/** One more email to confirm, or one more who did. */
export const countSignUp = (formId: string, what: "asked" | "confirmed"): Write => ({
  kind: "update",
  key: signUpFormKey(formId),
  set: {},
  add: { [what]: 1 },
  guard: "present",
});

/** Found again only by who has the secret; gone some time after it is over. */
export const putSignUp = (secret: string, signUp: SignUp): Write => ({
  kind: "put",
  item: { ...signUpKey(hashOf(secret)), data: SignUp.parse(signUp), expiresAt: signUp.until + DAY },
  guard: "absent",
});

export async function getSignUp(table: Table, secret: string): Promise<SignUp | undefined> {
  const item = isSecret(secret) ? await table.get(signUpKey(hashOf(secret))) : undefined;
  return item && SignUp.parse(item.data);
}

/** Once: of two who confirm at the same moment one does. */
export const useSignUp = (secret: string): Write => ({
  kind: "remove",
  key: signUpKey(hashOf(secret)),
  guard: "present",
});

/** One more of somebody's, unless there were `most` within the last `hours`; to be written with what is counted. */
export async function oneMore(
  table: Table,
  whose: string,
  { most, hours }: { readonly most: number; readonly hours: number },
  now: number,
): Promise<Write | undefined> {
  const key = signUpCountKey(whose);
  const before = (await table.get(key))?.data["askedAt"];
  const all = Array.isArray(before) ? before.filter((at) => typeof at === "number") : [];
  const lately = all.filter((at) => at > now - hours * HOUR);
  if (lately.length >= most) return undefined;
  const askedAt = [...lately, now];
  const guard: Guard = before === undefined ? "absent" : { match: { last: all.at(-1) ?? null } };
  return { kind: "put", item: { ...key, data: { askedAt, last: now }, expiresAt: now + hours * HOUR }, guard };
}
