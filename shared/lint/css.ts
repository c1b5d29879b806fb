/** Declarations in their order: name in lower case, value without "!important". */
export type Style = readonly (readonly [name: string, value: string, important: boolean])[];

/** A rule of a style sheet with the conditions of the blocks that it stands in: "@media (prefers-color-scheme: dark)". */
export type CssRule = {
  readonly selectors: readonly string[];
  readonly style: Style;
  readonly within: readonly string[];
};

/** Pieces between the marks, which do not count inside brackets and quotation marks. */
export function splitCss(text: string, mark: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let quote = "";
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === mark && depth <= 0) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)].map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** "color:#111;padding:0 !important" read. What is not a declaration is passed over, as mail programs do. */
export const styleOf = (text: string): Style =>
  splitCss(text, ";").flatMap((declaration) => {
    const colon = declaration.indexOf(":");
    if (colon < 1) return [];
    const value = declaration.slice(colon + 1).trim();
    const plain = value.replace(/\s*!\s*important\s*$/i, "");
    return [[declaration.slice(0, colon).trim().toLowerCase(), plain, plain !== value] as const];
  });

/** The last of these declarations, as it counts within one style. */
export const lastOf = (style: Style, name: string): string | undefined =>
  style.findLast(([each]) => each === name)?.[1];

/** Where the block that opens at `open` ends. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** The rules of a style sheet in their order, those in blocks such as @media too; comments are left out. */
export function rulesOf(css: string, within: readonly string[] = []): CssRule[] {
  const text = css.replaceAll(/\/\*[^]*?\*\//g, "");
  const rules: CssRule[] = [];
  for (let at = 0; ;) {
    const open = text.indexOf("{", at);
    if (open < 0) return rules;
    const end = closing(text, open);
    // Statements without a block, such as @import, end before it.
    const head = text.slice(at, open).split(";").at(-1)!.trim();
    const body = text.slice(open + 1, end);
    if (head.startsWith("@") && body.includes("{")) rules.push(...rulesOf(body, [...within, head]));
    else rules.push({ selectors: splitCss(head, ","), style: styleOf(body), within });
    at = end + 1;
  }
}
