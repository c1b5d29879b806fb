import { Section, Text } from "react-email";
import { useLook } from "../look.ts";
import { color, type } from "../theme.ts";
import { BigNumber } from "./big-number.tsx";

const heading = { ...type.text, fontWeight: 600, paddingTop: "14px" } as const;

export const Problem = ({ children }: { readonly children: string }) => (
  <>
    <Text className="mw-ink" style={heading}>
      The problem
    </Text>
    <Text className="mw-muted" style={{ ...type.text, color: color.muted }} dir="auto">
      {children}
    </Text>
  </>
);

export type ResultProps = {
  /** The one big figure with its unit: "31 %". */
  readonly number?: string | undefined;
  readonly children: string;
};

/** What came of it, the figure first where there is one. */
export const Result = ({ number, children }: ResultProps) => (
  <Section style={{ padding: "16px 0 0" }}>
    <Section
      className="mw-soft"
      style={{
        backgroundColor: useLook().soft,
        borderRadius: "8px",
        borderCollapse: "separate",
        padding: "16px 20px 18px",
      }}
    >
      <Text className="mw-ink" style={{ ...heading, paddingTop: "0" }}>
        The result
      </Text>
      {number === undefined ? null : <BigNumber>{number}</BigNumber>}
      <Text className="mw-ink" style={type.text} dir="auto">
        {children}
      </Text>
    </Section>
  </Section>
);
