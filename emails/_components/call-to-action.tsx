import { Button, Column, Row, Section } from "react-email";
import { useLook } from "../look.ts";
import { color, type } from "../theme.ts";

export type CallToActionProps = { readonly href: string; readonly children: string };

/** The one thing to do. A coloured cell around a padded link, so that it is a button in Outlook on Windows too. */
export const CallToAction = ({ href, children }: CallToActionProps) => {
  const { button } = useLook();
  return (
    <Section style={{ padding: "18px 0 0" }}>
      <Row align="left" className="mw-wide" style={{ width: "auto" }} width={undefined}>
        <Column
          className="mw-button-cell"

          style={{ backgroundColor: button, borderRadius: "8px" }}
        >
          <Button
            href={href}
            className="mw-button"
            style={{
              ...type.text,
              lineHeight: "20px",
              fontWeight: 600,
              color: color.onAccent,
              backgroundColor: button,
              borderRadius: "8px",
              padding: "13px 24px",
            }}
          >
            {children}
          </Button>
        </Column>
      </Row>
    </Section>
  );
};
