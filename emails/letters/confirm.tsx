import { Section, Text } from "react-email";
import { CallToAction } from "../_components/call-to-action.tsx";
import { Page, Sheet } from "../_components/page.tsx";
import { PlainLink } from "../_components/plain-link.tsx";
import { sample } from "../_components/sample.ts";
import { type } from "../theme.ts";

export type ConfirmProps = {
  readonly company: string;
  /** What was agreed to, word for word. */
  readonly consent: string;
  readonly link: string;
  readonly postalAddress: string;
};

const below = { ...type.small, paddingTop: "18px" };

/** Is this address yours, and do you want our emails? Sent once for each time somebody filled in a form; without an answer nothing follows. */
const Confirm = ({ company, consent, link, postalAddress }: ConfirmProps) => (
  <Page title={`Emails from ${company}`} preview="One click, and you get them. Without it nothing follows.">
    <Sheet>
      <Text className="mw-ink" style={type.text} dir="auto">
        {`Somebody, probably you, entered this address at ${company} and agreed:`}
      </Text>
      <Text className="mw-ink" style={{ ...type.text, paddingTop: "12px", fontStyle: "italic" }} dir="auto">
        {consent}
      </Text>
      <CallToAction href={link}>Yes, that was me</CallToAction>
      <Text className="mw-muted" style={below}>
        If it was not you, do nothing: you get no further email, and in a few days what was entered is deleted.
      </Text>
      <PlainLink href={link} />
    </Sheet>
    <Section tdClassName="mw-side" style={{ padding: "16px 36px 0" }}>
      <Text className="mw-muted" style={type.small} dir="auto">
        {`${company}, ${postalAddress}`}
      </Text>
    </Section>
  </Page>
);

Confirm.PreviewProps = {
  company: sample.company.name,
  consent:
    "I would like to get articles and case studies from Tidewater Planning by email, on Wednesday or Thursday afternoons. I can leave at any time.",
  link: "https://midweek.tidewater.example/join/confirm/7Yw1o0lVn2mX5cQ8sT4uR9eA3bD6fG0hJ1kL2pZxCvB",
  postalAddress: sample.company.postalAddress,
} satisfies ConfirmProps;

export default Confirm;
