import { expect, test } from "vitest";
import { trackApp } from "../../../functions/track/app.ts";
import { SLOT, addProspect, pathOf, smallWorld } from "./small-world.ts";

const onLambda = (sourceIp: string) => ({ requestContext: { http: { sourceIp } } });
const onOneMachine = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

async function networkFrom(env: object | undefined, forwarded?: string): Promise<string | undefined> {
  const { app, signals } = await smallWorld();
  const { id } = await addProspect(app);
  const path = pathOf(app, { kind: "open", prospectId: id, slot: SLOT });
  const headers: HeadersInit = forwarded === undefined ? {} : { "X-Forwarded-For": forwarded };
  await trackApp(app).request(path, { headers }, env);
  expect(JSON.stringify(signals)).not.toMatch(/\.9"|::9/);
  return signals[0]?.network;
}

test("an open is kept with the block of addresses it came from, wherever it is answered, and without the address", async () => {
  expect(await networkFrom(onLambda("203.0.113.9"))).toBe("203.0.113.0/24");
  expect(await networkFrom(onLambda("2001:db8:7:1::9"))).toBe("2001:db8:7::/48");
  expect(await networkFrom(onOneMachine("::ffff:203.0.113.9"))).toBe("203.0.113.0/24");
});

test("behind a reverse proxy it is what the proxy itself says", async () => {
  for (const proxy of ["127.0.0.1", "::1", "::ffff:10.0.0.2", "192.168.0.7"])
    expect(await networkFrom(onOneMachine(proxy), "198.51.100.1, 203.0.113.9")).toBe("203.0.113.0/24");
});

test("what anybody else claims in a header counts for nothing", async () => {
  expect(await networkFrom(onLambda("203.0.113.9"), "198.51.100.1")).toBe("203.0.113.0/24");
  expect(await networkFrom(undefined, "198.51.100.1")).toBeUndefined();
});

test("where nothing tells, none is kept", async () => {
  expect(await networkFrom(undefined)).toBeUndefined();
  expect(await networkFrom(onOneMachine("127.0.0.1"))).toBeUndefined();
  expect(await networkFrom(onOneMachine("127.0.0.1"), "unknown")).toBeUndefined();
});
