import { Link, Text } from "react-email";
import { color, type } from "../theme.ts";

const line = { ...type.text, paddingTop: "14px" };

/** How to answer: by reply, and by a call where the rep takes bookings. */
export const Closing = ({
  question,
  meeting,
}: {
  readonly question: string;
  readonly meeting?: string | undefined;
}) => (
  <>
    <Text className="mw-ink" style={line}>
      {`${question} Just reply: it comes straight to me.`}
    </Text>
    {meeting === undefined ? null : (
      <Text className="mw-ink" style={{ ...type.text, paddingTop: "6px" }}>
        {"Easier by phone? "}
        <Link
          href={meeting}
          className="mw-accent"
          style={{ ...type.text, fontWeight: 600, color: color.accent, textDecoration: "underline" }}
        >
          Pick a time for a call
        </Link>
      </Text>
    )}
  </>
);
