import { Text } from "react-email";
import { type } from "../theme.ts";

export type LetterProps = { readonly greeting: string; readonly paragraphs: readonly string[] };

/** The greeting and the few lines the rep would write; empty paragraphs are left out. */
export const Letter = ({ greeting, paragraphs }: LetterProps) => (
  <>
    <Text className="mw-ink" style={type.text} dir="auto">
      {greeting}
    </Text>
    {paragraphs
      .filter((paragraph) => paragraph !== "")
      .map((paragraph) => (
        <Text key={paragraph} className="mw-ink" style={{ ...type.text, paddingTop: "12px" }} dir="auto">
          {paragraph}
        </Text>
      ))}
  </>
);
