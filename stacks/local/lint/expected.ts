import * as z from "zod";
import type { Expected } from "../../../shared/lint/read-email.ts";
import type { PreviewProps } from "./props.ts";

const Known = z.looseObject({
  unsubscribe: z.string().optional(),
  postalAddress: z.string().optional(),
  links: z.looseObject({ unsubscribe: z.string() }).optional(),
  company: z.union([z.string(), z.looseObject({ postalAddress: z.string() })]).optional(),
  person: z.looseObject({ greeting: z.string() }).optional(),
});

/**
 * What has to be in an email, by what it is given: one with `links` goes to many and has the way out before its letter; a letter has it where it is given
 * one, at its foot; one to somebody of the company itself has neither.
 */
export function expectedOf(props: PreviewProps): Expected {
  const { links, unsubscribe, company, postalAddress, person } = Known.parse(props);
  const href = links?.unsubscribe ?? unsubscribe;
  return {
    wayOut: href === undefined ? undefined : { href, before: links && person?.greeting },
    postalAddress: typeof company === "object" ? company.postalAddress : postalAddress,
    toMany: links !== undefined,
  };
}
