// Writes shared/prospect/countries.json, and shared/zone-rules.json: the time-zone rules of moment-timezone's data, cut down to the years Midweek works in. The package's own file reaches
// to 2499 and would be most of what a Lambda function loads. Run after bumping the package; a test compares the two.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";

const require = createRequire(import.meta.url);
const moment = require("moment-timezone");
const { tz } = require("moment-timezone/moment-timezone-utils");
const packed = require("moment-timezone/data/packed/latest.json");

const FROM = 2010;
const TO = 2060;
const MINUTE = 60_000;

const source = { ...packed, zones: packed.zones.map((zone) => tz.unpack(zone)), countries: [] };
const { version, zones, links } = tz.filterLinkPack(source, FROM, TO);

/**
 * `offsets`: the different ones, in minutes east of Greenwich; `order`: which of them holds when, a digit each; `changes`: the minutes (base 36) of each
 * change since the one before, the first since 1970.
 */
function rulesOf(text) {
  const { name, untils, offsets: west } = tz.unpack(text);
  const offsets = [...new Set(west)];
  const minutes = untils.filter(Number.isFinite).map((until) => Math.round(until / MINUTE));
  const changes = minutes.map((minute, at) => (minute - (minutes[at - 1] ?? 0)).toString(36));
  const order = west.map((one) => offsets.indexOf(one)).join("");
  return [name, { offsets: offsets.map((one) => -one || 0), order, changes: changes.join(" ") }];
}

// Zones that are the same in these years have become links, and links to those links of links.
const targets = new Map(links.map((link) => link.split("|").toReversed()));
const targetOf = (name) => (targets.has(name) ? targetOf(targets.get(name)) : name);
const sameAs = Object.fromEntries([...targets.keys()].map((name) => [name, targetOf(name)]));
const rules = { version, zones: Object.fromEntries(zones.map(rulesOf)), sameAs };
writeFileSync(new URL("../shared/zone-rules.json", import.meta.url), `${JSON.stringify(rules, undefined, 1)}\n`);

// Which countries there are, with their zones and how many people live in each, by the same package, so that a page that reads one need not load all of it.
const codes = moment.tz.countries();
const zonesOf = Object.fromEntries(codes.map((code) => [code, moment.tz.zonesForCountry(code).join(" ")]));
const kept = [...new Set(Object.values(zonesOf).flatMap((names) => names.split(" ")))].filter(Boolean);
const people = Object.fromEntries(kept.map((name) => [name, moment.tz.zone(name)?.population ?? 0]));
const countries = { version, codes: codes.join(" "), zonesOf, people };
writeFileSync(
  new URL("../shared/prospect/countries.json", import.meta.url),
  `${JSON.stringify(countries, undefined, 1)}\n`,
);
process.stdout.write(`${version}: ${zones.length} zones, ${targets.size} more names, ${FROM} to ${TO}\n`);
