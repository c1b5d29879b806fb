// Writes shared/lint/css-support.json: what Gmail, Outlook, Apple Mail and Yahoo make of each feature of HTML, CSS and pictures, of caniemail's data cut
// down to their latest versions. The package itself loads parsers and a formatter that nobody here needs. Run after bumping it; a test compares the two.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const { last_update_date: updated, data, nicenames } = require("caniemail/caniemail.json");

const FAMILIES = ["gmail", "outlook", "apple-mail", "yahoo"];
/** No such program any more: Microsoft ended Windows Mail on 31 December 2024. */
const GONE = new Set(["outlook.windows-mail"]);

const platforms = (family) => [...new Set(data.flatMap(({ stats }) => Object.keys(stats[family] ?? {})))];
const clients = FAMILIES.flatMap((family) => platforms(family).map((platform) => `${family}.${platform}`)).filter(
  (client) => !GONE.has(client),
);

/** "n #1 #2": the version listed last. */
function latest(stats, client) {
  const [family, platform] = client.split(".");
  return Object.values(stats[family]?.[platform] ?? {}).at(-1) ?? "u";
}

/** A letter for each client: y supported, n not, a in part, u unknown. Notes are those on what is not supported, without their Markdown. */
function feature({ slug, title, stats, notes_by_num: notes }) {
  const now = clients.map((client) => latest(stats, client));
  const told = now.filter((text) => text.startsWith("n")).flatMap((text) => text.match(/(?<=#)\d+/g) ?? []);
  const words = [...new Set(told)].map((number) => notes?.[number]).filter(Boolean);
  const plain = words.map((note) =>
    note
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll("`", "")
      .trim(),
  );
  return [slug, [title.trim(), now.map((text) => text[0]).join(""), ...plain]];
}

const file = {
  source: "caniemail.com by Rémi Parmentier, MIT",
  updated,
  clients: Object.fromEntries(
    clients.map((client) => {
      const [family, platform] = client.split(".");
      return [client, `${nicenames.family[family]} (${nicenames.platform[platform]})`];
    }),
  ),
  features: Object.fromEntries(data.map(feature)),
};
const text = JSON.stringify(file).replaceAll(/(?<=\]|\{|\}),?(?=")/g, (end) => `${end}\n`);
writeFileSync(new URL("../shared/lint/css-support.json", import.meta.url), `${text}\n`);
process.stdout.write(`${updated}: ${data.length} features, ${clients.length} clients, ${text.length} bytes\n`);
