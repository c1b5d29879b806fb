import { parse } from "yaml";

/**
 * Every scalar stays text (a version 3.10 is not 3.1, a date is as written), tags of programs are ignored, and aliases may not multiply: a file is
 * read, never run.
 */
const read = (text: string): unknown =>
  parse(text, { schema: "failsafe", maxAliasCount: 50, uniqueKeys: false, logLevel: "error" });

/** Lines that continue a quoted text without being indented, which YAML forbids and Jekyll and Hugo read. */
function indented(text: string): string {
  let quote = "";
  const lines = text.split("\n").map((line) => {
    if (quote) {
      if (new RegExp(`${quote}[ \\t]*$`).test(line)) quote = "";
      return `  ${line}`;
    }
    const opened = /^[\w-]+:[ \t]+(["'])(.*)$/.exec(line);
    if (opened && !new RegExp(`(?:^|[^\\\\])${opened[1]}[ \\t]*(?:#.*)?$`).test(opened[2] ?? ""))
      quote = opened[1] ?? "";
    return line;
  });
  return lines.join("\n");
}

/** Throws what the YAML reader says of the text as it stands, when it cannot be read either way. */
export function readYaml(text: string): unknown {
  try {
    return read(text);
  } catch (error) {
    const mended = indented(text);
    if (mended === text) throw error;
    try {
      return read(mended);
    } catch {
      throw error;
    }
  }
}
