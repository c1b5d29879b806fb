import { Fragment } from "react";
import { Link, Text } from "react-email";
import { useLook } from "../look.ts";
import { type } from "../theme.ts";

/** Part of a line: words, or an address to be clicked on. */
export type Piece = { readonly kind: "text" | "link"; readonly value: string };
/** Lines of pieces. */
export type Paragraph = readonly (readonly Piece[])[];

/** Text as somebody typed it: paragraphs, lines, and web addresses that can be followed. */
export const Written = ({ paragraphs }: { readonly paragraphs: readonly Paragraph[] }) => (
  <>
    {paragraphs.map((lines, place) => (
      <Text key={place} className="mw-ink" style={{ ...type.text, paddingTop: "12px" }} dir="auto">
        {lines.map((pieces, at) => (
          <Fragment key={at}>
            {at === 0 ? null : <br />}
            {pieces.map((piece, part) => (
              <Part key={part} {...piece} />
            ))}
          </Fragment>
        ))}
      </Text>
    ))}
  </>
);

const Part = ({ kind, value }: Piece) => {
  const { accent } = useLook();
  return kind === "text" ? (
    value
  ) : (
    <Link href={value} className="mw-accent quiet" style={{ ...type.text, color: accent, textDecoration: "underline" }}>
      {value}
    </Link>
  );
};
