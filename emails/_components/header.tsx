import { Column, Img, Link, Row, Section } from "react-email";
import { useLook } from "../look.ts";
import { type } from "../theme.ts";

export type HeaderProps = { readonly company: string; readonly unsubscribe: string; readonly preferences: string };

/** Who it is from, and the way out, before anything else. The plain-text part has both links at its foot. */
export const Header = ({ company, unsubscribe, preferences }: HeaderProps) => (
  <Section tdClassName="mw-side" style={{ padding: "0 36px 14px" }} data-skip-in-text="true">
    <Row>
      <Column className="mw-ink" style={{ ...type.text, fontWeight: 700 }}>
        <Sender company={company} />
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

/** The logo where there is one; with pictures off its alternative text looks as the name would. */
const Sender = ({ company }: Pick<HeaderProps, "company">) => {
  const { logo } = useLook();
  return logo === undefined ? (
    company
  ) : (
    <Img {...logo} className="mw-ink" style={{ ...type.text, fontWeight: 700, maxWidth: "100%" }} />
  );
};
