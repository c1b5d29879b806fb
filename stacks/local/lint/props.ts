import * as z from "zod";
import type { Company } from "../../../shared/config.ts";
import { people } from "../../../shared/lint/samples.ts";
import { personValues } from "../../../shared/touch/compose.ts";

export type PreviewProps = { readonly [name: string]: unknown };

const isGroup = (value: unknown): value is PreviewProps =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an email has only at times, wherever it stands in its props. */
const OPTIONAL = new Set([
  "also",
  "image",
  "link",
  "logo",
  "meeting",
  "next",
  "number",
  "phone",
  "pricing",
  "quote",
  "sector",
  "talkingPoint",
  "website",
  "whatWeDo",
]);

/** Pictures drawn in the page itself are for the preview alone, which has no network. */
const shown = (value: unknown): unknown =>
  typeof value === "string" && value.startsWith("data:image/")
    ? "https://example.com/picture.png"
    : isGroup(value)
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shown(each)]))
      : value;

/** The props once without each of what may be missing. `link` of an email that is nothing but a link is not such a thing. */
function* without(props: PreviewProps, under = 0): Generator<PreviewProps> {
  for (const [name, value] of Object.entries(props)) {
    const { [name]: _, ...rest } = props;
    if (OPTIONAL.has(name) && (under > 0 || name === "next" || name === "phone")) yield rest;
    if (isGroup(value)) for (const each of without(value, under + 1)) yield { ...props, [name]: each };
  }
}

/** With what measures it, and with a rep who is asked for a call. */
function* linked(props: PreviewProps): Generator<PreviewProps> {
  const { links } = props;
  if (!isGroup(links)) return;
  const { meeting: _, ...rest } = links;
  yield {
    ...props,
    links: { ...links, pixel: "https://mail.example/o/open.gif", hidden: "https://mail.example/c/hidden" },
  };
  yield { ...props, links: { ...rest, callMe: "https://mail.example/m/call" } };
}

const Person = z.looseObject({ greeting: z.string() });

/** With what stands in where something about the reader, or the rep, is not known. */
function* lacking(props: PreviewProps, company: Company): Generator<PreviewProps> {
  const person = Person.safeParse(props["person"]);
  if (!person.success) return;
  const nowhere = { read: "", unsubscribe: "", preferences: "" };
  for (const each of people(company).lacking) {
    const { greeting, forWhom, address, repName, repLine, repInitial } = personValues({ ...each, links: nowhere });
    yield { ...props, person: { ...person.data, greeting, forWhom, address, repName, repLine, repInitial } };
  }
}

/** The props an email is looked at with, the whole ones first. */
export function variantsOf(previewProps: PreviewProps, company: Company): PreviewProps[] {
  const props = Object.fromEntries(Object.entries(previewProps).map(([name, value]) => [name, shown(value)]));
  return [props, ...linked(props), ...without(props), ...lacking(props, company)];
}
