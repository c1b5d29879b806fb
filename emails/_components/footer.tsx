import { Hr, Link, Section, Text } from "react-email";
import { color, type } from "../theme.ts";
import type { CompanyProps, LinkProps, PersonProps } from "./frame.tsx";

export type FooterProps = {
  readonly company: CompanyProps;
  readonly person: PersonProps;
  readonly links: LinkProps;
};

const below = { ...type.small, paddingTop: "10px" };
const underlined = { ...type.small, textDecoration: "underline" };

/** Why you get this, how to stop it, and who we are in the eyes of the law. */
export const Footer = ({ company, person, links }: FooterProps) => (
  <Section tdClassName="mw-side" style={{ padding: "20px 36px 0" }}>
    <Hr
      className="mw-line"
      style={{ borderTop: `1px solid ${color.line}`, margin: "0 0 14px" }}
      data-skip-in-text="true"
    />
    <Text className="mw-muted" style={type.small}>
      {`You get this because ${person.repName} thinks what ${company.name} publishes is of use to your work. It was sent to ${person.address}.`}
    </Text>
    <Text className="mw-muted" style={below}>
      <Link href={links.unsubscribe} className="mw-muted" style={underlined}>
        Unsubscribe
      </Link>
    </Text>
    <Text className="mw-muted" style={{ ...type.small, paddingTop: "2px" }}>
      <Link href={links.preferences} className="mw-muted" style={underlined}>
        Preferences (what you get, and how often)
      </Link>
    </Text>
    <Text className="mw-muted" style={below} dir="auto">
      {company.postalAddress}
    </Text>
  </Section>
);
