import * as z from "zod";

/** What the company says of itself; kept in the table, edited on the console's settings page. */
export const Company = z.object({
  name: z.string().min(1),
  /** One or two sentences, the constant "what we do" of every email (practice 43). */
  whatWeDo: z.string().default(""),
  website: z.url().optional(),
  /** From address of all nurture mail; the rep's name stands before it. */
  senderAddress: z.email(),
  /** In every footer; the law of most countries asks for it. */
  postalAddress: z.string().min(1),
  /** For prospects whose zone nothing else tells. */
  timeZone: z.string().min(1),
  /** ISO 3166 codes of countries where a prospect who never said is not measured. */
  untrackedCountries: z.array(z.string().length(2)).default(["FR", "DE", "AT", "IT", "ES", "NL"]),
});
export type Company = z.infer<typeof Company>;

/** Signs links; the first key signs, all verify, so a key is rotated by putting a new one in front. */
export type LinkKey = { readonly id: string; readonly secret: string };

export type Config = {
  readonly company: Company;
  /** Where prospects' links point, without a slash at the end. */
  readonly publicUrl: string;
  readonly linkKeys: readonly LinkKey[];
};
