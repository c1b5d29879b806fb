import type { Context } from "hono";
import * as z from "zod";
import { readCountry } from "../../shared/prospect/country.ts";
import { line } from "../../shared/touch/line.ts";
import { readFormBody } from "../track/form-body.ts";

/** The longest that each field takes. */
export const LONGEST = { email: 254, firstName: 60, lastName: 60, company: 100, country: 60 } as const;

const field = (longest: number) =>
  z
    .string()
    .max(longest * 4)
    .default("")
    .transform((text) => line(text, longest));

const Form = z.object({
  email: field(LONGEST.email),
  firstName: field(LONGEST.firstName),
  lastName: field(LONGEST.lastName),
  company: field(LONGEST.company),
  country: field(LONGEST.country),
  agree: z.string().max(10).default(""),
  measure: z.string().max(10).default(""),
  /** Seen by nobody. */
  website: z.string().max(500).default(""),
});
type Form = z.infer<typeof Form>;

export type Wrong = { readonly [field in "email" | "country" | "agree"]?: string };
type Filled = {
  email: string;
  firstName?: string;
  lastName?: string;
  company?: string;
  country?: string;
  tracking: boolean;
};
export type Entered = Omit<Form, "website">;

/** What was entered, or what is wrong with it beside what was entered. Throws AppError("invalid") for what no form of ours sends. */
export async function readJoinForm(
  c: Context,
): Promise<
  { readonly filled: Filled; readonly trapped: boolean } | { readonly wrong: Wrong; readonly entered: Entered }
> {
  const { website, ...entered } = await readFormBody(c, Form);
  const { email, firstName, lastName, company, country } = entered;
  const code = country ? readCountry(country) : undefined;
  const wrong: Wrong = {
    ...(!z.email().safeParse(email).success && { email: "Please enter your email address." }),
    ...(country && !code && { country: "We do not know this country. You may leave it empty." }),
    ...(entered.agree !== "yes" && { agree: "Please tick this, or we may not write to you." }),
  };
  if (Object.keys(wrong).length > 0) return { wrong, entered };
  const filled: Filled = {
    email: email.toLowerCase(),
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(company && { company }),
    ...(code && { country: code }),
    tracking: entered.measure === "yes",
  };
  return { filled, trapped: website !== "" };
}
