import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DAY, MINUTE } from "../../../../shared/time.ts";
import { gatewayOf, probesOf } from "../../../../stacks/local/play/gateways.ts";
import type { Gateway } from "../../../../stacks/local/play/gateways.ts";
import type { EmailLink } from "../../../../stacks/local/play/links.ts";
import { MONDAY } from "../../../fixtures/world.ts";

const weeks = { from: MONDAY, to: MONDAY + 84 * DAY };
const domains = Array.from({ length: 2000 }, (_, n) => `company${n}.example`);
const gateways = domains.flatMap((domain) => gatewayOf(1, `ana@${domain}`, weeks) ?? []);
const of = (sort: Gateway["sort"]) => gateways.find((gateway) => gateway.sort === sort && gateway.since < 0)!;

const link = (kind: EmailLink["kind"], name?: EmailLink["link"]): EmailLink => ({
  kind,
  link: name,
  path: `/${kind}/${name}`,
});
const links = [
  link("open"),
  link("click", "read"),
  link("click", "hidden"),
  link("click", "meeting"),
  link("unsubscribe"),
  link("preferences"),
];
const email = { address: "ana@company.example", slot: "2026-11-25", at: MONDAY };
const named = (probes: ReturnType<typeof probesOf>) => probes.map((probe) => probe.link.link ?? probe.link.kind);

test("which gateway stands before a domain is the same for all its people, and another seed's is another's", () => {
  for (const domain of domains.slice(0, 200))
    expect(gatewayOf(1, `rui@${domain}`, weeks)).toEqual(gatewayOf(1, `ana@${domain}`, weeks));
  const again = domains.map((domain) => gatewayOf(2, `ana@${domain}`, weeks)?.sort);
  expect(again).not.toEqual(domains.map((domain) => gatewayOf(1, `ana@${domain}`, weeks)?.sort));
  expect(gatewayOf(1, "ana@gmail.com", weeks)).toBeUndefined();
});

test("there is every sort, and some domains switch one on midway, whichever minute the weeks begin in", () => {
  expect(new Set(gateways.map(({ sort }) => sort))).toEqual(new Set(["early", "headers first", "named", "late"]));
  const later = gateways.filter(({ since }) => since > 0);
  expect(later.length).toBeGreaterThan(50);
  for (const gateway of later) {
    expect((gateway.since - weeks.from) / (weeks.to - weeks.from)).toBeGreaterThan(0.3);
    expect((gateway.since - weeks.from) / (weeks.to - weeks.from)).toBeLessThan(0.7);
    expect(probesOf(gateway, links, { ...email, at: gateway.since - 1 }, 1)).toEqual([]);
  }
  const moved = { from: weeks.from + 7 * MINUTE, to: weeks.to + 7 * MINUTE };
  expect(gatewayOf(1, `ana@${later[0]!.domain}`, moved)).toEqual(later[0]);
});

test("an early gateway follows every link within seconds, the hidden one too; one of them asks for the headers first", () => {
  const probes = probesOf(of("early"), links, email, 1);
  expect(named(probes)).toEqual(expect.arrayContaining(["read", "hidden", "meeting", "unsubscribe", "preferences"]));
  expect(probes.at(-1)!.after).toBeLessThan(10_000);
  const careful = probesOf(of("headers first"), links.slice(1), email, 1);
  expect(careful.map(({ method }) => method)).toEqual(links.slice(1).flatMap(() => ["HEAD", "GET"]));
  expect(probesOf(of("named"), links, email, 1)[0]!.from.userAgent).toMatch(/Barracuda|Mimecast|CiscoSecureEmail/);
});

test("a late gateway comes minutes later as a browser, and follows only what a reader sees", () => {
  const probes = [0, 1, 2, 3]
    .map((n) => probesOf(of("late"), links, { ...email, slot: `slot ${n}` }, 1))
    .find((some) => some.length > 0)!;
  expect(named(probes).toSorted()).toEqual(["meeting", "preferences", "read", "unsubscribe"]);
  expect(probes[0]!.after).toBeGreaterThan(3 * MINUTE);
  for (const { from } of probes) expect(from.userAgent).toMatch(/^Mozilla\/5\.0 \(Windows.*Chrome/);
});

test("what a gateway does with an email does not depend on whom it was asked about before, and time goes on", () => {
  fc.assert(
    fc.property(fc.constantFrom(...gateways), fc.nat(1000), (gateway, n) => {
      const one = { address: `reader${n}@${gateway.domain}`, slot: "2027-02-10", at: weeks.to };
      const probes = probesOf(gateway, links, one, 1);
      expect(probesOf(gateway, links, one, 1)).toEqual(probes);
      const times = probes.map(({ after }) => after);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(new Set(times).size).toBe(times.length);
    }),
    { numRuns: 200 },
  );
});
