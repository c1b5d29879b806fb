import { parse as parseToml } from "smol-toml";
import { type Fields, toFields } from "./fields.ts";
import { readYaml } from "./lenient-yaml.ts";

export type FrontMatter = { readonly fields: Fields; readonly body: string } | { readonly problem: string };

type Language = "YAML" | "TOML" | "JSON";
type Fence = { readonly open: RegExp; readonly close: RegExp; readonly language: Language };

const FENCES: readonly Fence[] = [
  { open: /^---[ \t]*$/, close: /^(?:---|\.\.\.)[ \t]*$/, language: "YAML" },
  { open: /^---[ \t]*ya?ml[ \t]*$/i, close: /^(?:---|\.\.\.)[ \t]*$/, language: "YAML" },
  { open: /^(?:---|;;;)[ \t]*toml[ \t]*$/i, close: /^(?:---|;;;)[ \t]*$/, language: "TOML" },
  { open: /^(?:---|;;;)[ \t]*json[ \t]*$/i, close: /^(?:---|;;;)[ \t]*$/, language: "JSON" },
  { open: /^;;;[ \t]*$/, close: /^;;;[ \t]*$/, language: "JSON" },
  { open: /^\+\+\+[ \t]*(?:toml)?[ \t]*$/i, close: /^\+\+\+[ \t]*$/, language: "TOML" },
];

const readers: Readonly<Record<Language, (text: string) => unknown>> = {
  YAML: readYaml,
  TOML: (text) => parseToml(text),
  JSON: (text) => JSON.parse(text),
};

/** Nobody writes more of it by hand, and its readers are not made for more. */
const LARGEST = 64 * 1024;

function read(text: string, language: Language): Fields | { readonly problem: string } {
  if (text.length > LARGEST) return { problem: `the ${language} front matter is larger than 64 KiB` };
  try {
    const given = readers[language](text);
    if (given === null || given === undefined || given === "") return toFields({});
    if (typeof given === "object" && !Array.isArray(given)) return toFields(given);
    return { problem: `the ${language} front matter is not a list of named fields` };
  } catch (error) {
    const said = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return { problem: `the ${language} front matter cannot be read: ${said.replace(/:$/, "")}` };
  }
}

/** Where a JSON object that starts the file ends: after the bracket that closes the first one. */
function endOfObject(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === "\\") at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "{") depth++;
    else if (sign === "}" && --depth === 0) return at + 1;
  }
  return -1;
}

const found = (fields: Fields | { readonly problem: string }, body: string): FrontMatter =>
  "problem" in fields ? fields : { fields, body };

/** Splits a post (line ends `\n`, no byte order mark) into its front matter and its body. Throws nothing. */
export function readFrontMatter(text: string): FrontMatter {
  const lineEnd = text.indexOf("\n");
  const first = lineEnd < 0 ? text : text.slice(0, lineEnd);
  if (/^\{\s*(?:"|$)/.test(first)) {
    const end = endOfObject(text);
    if (end < 0) return { problem: "the JSON front matter is never closed" };
    return found(read(text.slice(0, end), "JSON"), text.slice(end));
  }
  const program = /^---[ \t]*(js|javascript|coffee|coffeescript|cson|ts|php|ruby|python)[ \t]*$/i.exec(first);
  if (program) return { problem: `the front matter is a program (${program[1]}), and files are never run` };
  const fence = FENCES.find((one) => one.open.test(first));
  if (!fence) return { fields: toFields({}), body: text };
  const lines = text.split("\n");
  const close = lines.findIndex((line, index) => index > 0 && fence.close.test(line));
  if (close < 0) return { problem: `the front matter that starts with "${first.trim()}" is never closed` };
  return found(read(lines.slice(1, close).join("\n"), fence.language), lines.slice(close + 1).join("\n"));
}
