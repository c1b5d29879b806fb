import { Heading, Link, Section, Text } from "react-email";
import { CallToAction } from "../_components/call-to-action.tsx";
import { Page, Sheet } from "../_components/page.tsx";
import { lookOf } from "../look.ts";
import { type } from "../theme.ts";

const { accent, label } = lookOf();

export type HotCallProps = {
  /** The company's own name. */
  readonly company: string;
  /** "Ana Sousa, Northwind". */
  readonly who: string;
  readonly why: string;
  /** How long they have waited: "12 s". */
  readonly since: string;
  /** What time it is where they are, in a sentence. */
  readonly there: string;
  readonly phone?: { readonly text: string; readonly href: string };
  /** Where the console shows the call. */
  readonly href: string;
};

const Phone = ({ text, href }: NonNullable<HotCallProps["phone"]>) => (
  <Text className="mw-ink" style={{ ...type.text, paddingTop: "12px" }}>
    {"Phone: "}
    <Link
      href={href}
      className="mw-accent"
      style={{ ...type.text, fontWeight: 600, color: accent, textDecoration: "underline" }}
    >
      {text}
    </Link>
  </Text>
);

/** To a rep, in the second somebody asks for a call: whom, why, and the two links that matter. It is internal, so it has no way out and measures nothing. */
const HotCall = ({ company, who, why, since, there, phone, href }: HotCallProps) => (
  <Page title="Somebody asked for a call">
    <Sheet>
      <Text className="mw-accent" style={label}>
        {`Asked for a call, waiting ${since}`}
      </Text>
      <Heading as="h1" className="mw-ink" style={{ ...type.title, paddingTop: "4px" }} dir="auto">
        {who}
      </Heading>
      <Text className="mw-ink" style={{ ...type.text, paddingTop: "12px" }} dir="auto">
        {why}
      </Text>
      <Text className="mw-muted" style={{ ...type.small, paddingTop: "6px" }}>
        {there}
      </Text>
      {phone === undefined ? null : <Phone {...phone} />}
      <CallToAction href={href}>Open the call</CallToAction>
    </Sheet>
    <Section tdClassName="mw-side" style={{ padding: "16px 36px 0" }}>
      <Text className="mw-muted" style={type.small}>
        {`For those who call at ${company}. Whether reps get such emails is decided under Outlets in the settings.`}
      </Text>
    </Section>
  </Page>
);

HotCall.PreviewProps = {
  company: "Tidewater Planning",
  who: "Ana Sousa, Northwind",
  why: "Replied: “Could somebody ring me about the winter plan?”",
  since: "12 s",
  there: "It is Wed 25 Nov 2026, 15:12 in Lisbon.",
  phone: { text: "+351 21 000 00 00", href: "tel:+351210000000" },
  href: "https://tidewater.example/prospects/ana/calls/1",
} satisfies HotCallProps;

export default HotCall;
