import * as z from "zod";
import { DAY } from "../durations.ts";
import { Sector } from "../sector.ts";

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** A form by which people ask for our emails, as marketing made it. */
export const SignUpForm = z.object({
  id: z.string().min(1),
  /** How we call it among ourselves; it stands in the consent of whoever came by it. */
  name: z.string().min(1).max(80),
  heading: z.string().min(1).max(120),
  /** What they will get, in a few sentences. */
  text: z.string().max(600),
  /** What they agree to, word for word; kept with their consent. */
  consent: z.string().min(20).max(400),
  /** In whose name they are written to. */
  repId: z.string().min(1),
  sector: Sector.optional(),
  tags: z.array(slug).max(20),
  /** Closed ones say so and take nothing. */
  open: z.boolean(),
  /** How many emails to confirm went out, and how many confirmed. */
  asked: z.number().int(),
  confirmed: z.number().int(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type SignUpForm = z.infer<typeof SignUpForm>;

/** What somebody filled in, until they confirm that the address is theirs. */
export const SignUp = z.object({
  formId: z.string(),
  email: z.email(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  company: z.string().optional(),
  /** ISO 3166 alpha-2. */
  country: z.string().length(2).optional(),
  /** May opens and clicks be measured: only where they ticked it. */
  tracking: z.boolean(),
  /** What they agreed to, word for word. */
  consent: z.string(),
  askedAt: z.number(),
  until: z.number(),
});
export type SignUp = z.infer<typeof SignUp>;

/** Time to find the email over a weekend; longer, and people have forgotten what they asked for. */
export const CONFIRM_WITHIN = 4 * DAY;
