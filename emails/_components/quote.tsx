import { Section, Text } from "react-email";
import { useLook } from "../look.ts";
import { type } from "../theme.ts";

/** The client's own words, between quotation marks whether they came with some or not. */
export const Quote = ({ children }: { readonly children: string }) => (
  <Section style={{ padding: "18px 0 0" }}>
    <Section className="mw-quote" style={{ borderLeft: `3px solid ${useLook().accent}`, padding: "2px 0 2px 16px" }}>
      <Text className="mw-ink" style={{ ...type.text, fontStyle: "italic" }} dir="auto">
        {`“${children.replace(/^["“”„«»\s]+|["“”„«»\s]+$/g, "")}”`}
      </Text>
    </Section>
  </Section>
);
