import { Link, Section, Text } from "react-email";
import { useLook } from "../look.ts";
import { color, type } from "../theme.ts";

export type NextCallProps = {
  /** "Meeting". */
  readonly what: string;
  /** With the reader's own place: "Thu 3 Dec 2026, 10:00 in Lisbon". */
  readonly when: string;
  /** "I call you at +351 ...", in words. */
  readonly how: string;
  /** Where to meet. */
  readonly link?: string | undefined;
  /** What else is to be said of it. */
  readonly also?: string | undefined;
};

/** What is agreed, in a box that is found again at once. */
export const NextCall = ({ what, when, how, link, also }: NextCallProps) => {
  const { accent, label, soft } = useLook();
  return (
    <Section style={{ padding: "20px 0 4px" }}>
      <Section
        className="mw-soft"
        style={{
          backgroundColor: soft,
          borderRadius: "8px",
          borderCollapse: "separate",
          padding: "14px 20px 16px",
        }}
      >
        <Text className="mw-accent" style={label}>
          {what}
        </Text>
        <Text className="mw-ink" style={{ ...type.text, fontWeight: 700 }} dir="auto">
          {when}
        </Text>
        <Text className="mw-ink" style={type.text} dir="auto">
          {how}
        </Text>
        {link === undefined ? null : (
          <Text className="mw-accent" style={type.text}>
            <Link
              href={link}
              className="mw-accent quiet"
              style={{ ...type.text, color: accent, textDecoration: "underline" }}
            >
              {link}
            </Link>
          </Text>
        )}
        {also === undefined ? null : (
          <Text className="mw-ink" style={{ ...type.small, color: color.ink, paddingTop: "4px" }}>
            {also}
          </Text>
        )}
      </Section>
    </Section>
  );
};
