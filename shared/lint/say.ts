/** Invisible characters that pad a preview text. */
const PADDING = /(?:[\s\p{Cf}]|\u034f)+/gu;
export const oneSpace = (text: string): string => text.replaceAll(PADDING, " ").trim();

/** A part of the email in words, for people: “The first words of it”. */
export const inWords = (text: string): string => {
  const plain = oneSpace(text);
  return plain.length > 50 ? `“${plain.slice(0, 48).replace(/\s+\S*$/, "")}…”` : `“${plain}”`;
};
