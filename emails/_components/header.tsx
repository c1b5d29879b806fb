import { Column, Link, Row, Section } from "react-email";
import { type } from "../theme.ts";

export type HeaderProps = { readonly company: string; readonly unsubscribe: string; readonly preferences: string };

/** Who it is from, and the way out, before anything else. The plain-text part has both links at its foot. */
export const Header = ({ company, unsubscribe, preferences }: HeaderProps) => (
  <Section tdClassName="mw-side" style={{ padding: "0 36px 14px" }} data-skip-in-text="true">
    <Row>
      <Column className="mw-ink" style={{ ...type.text, fontWeight: 700 }}>
        {company}
      </Column>
      <Column align="right" className="mw-muted" style={{ ...type.small, whiteSpace: "nowrap", paddingLeft: "12px" }}>
        <Link href={unsubscribe} className="mw-muted" style={{ ...type.small, textDecoration: "underline" }}>
          Unsubscribe
        </Link>
        &nbsp; &nbsp;
        <Link href={preferences} className="mw-muted" style={{ ...type.small, textDecoration: "underline" }}>
          Preferences
        </Link>
      </Column>
    </Row>
  </Section>
);
