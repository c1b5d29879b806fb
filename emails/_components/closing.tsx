import { Link, Text } from "react-email";
import { useLook } from "../look.ts";
import { type } from "../theme.ts";
import type { LinkProps } from "./frame.tsx";

const line = { ...type.text, paddingTop: "14px" };
const link = { fontWeight: 600, textDecoration: "underline" } as const;

export type ClosingProps = { readonly question: string; readonly links: LinkProps };

/** How to answer: by reply, and by a call, which the reader books where the rep takes bookings and asks for otherwise. */
export const Closing = ({ question, links }: ClosingProps) => (
  <>
    <Text className="mw-ink" style={line}>
      {`${question} Just reply: it comes straight to me.`}
    </Text>
    <Call {...links} />
    {links.pricing === undefined ? null : (
      <Text className="mw-muted" style={{ ...type.small, paddingTop: "6px" }}>
        <Link href={links.pricing} className="mw-muted" style={{ ...type.small, textDecoration: "underline" }}>
          What it costs
        </Link>
      </Text>
    )}
  </>
);

const Call = ({ meeting, callMe }: LinkProps) => {
  const { accent } = useLook();
  const href = meeting ?? callMe;
  return href === undefined ? null : (
    <Text className="mw-ink" style={{ ...type.text, paddingTop: "6px" }}>
      {"Easier by phone? "}
      <Link href={href} className="mw-accent" style={{ ...type.text, ...link, color: accent }}>
        {meeting === undefined ? "Ask me to call you" : "Pick a time for a call"}
      </Link>
    </Text>
  );
};
