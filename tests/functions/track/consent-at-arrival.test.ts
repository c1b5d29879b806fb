import { describe, expect, test } from "vitest";
import { trackApp } from "../../../functions/track/app.ts";
import { callsOf } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { prospectPk } from "../../../shared/keys.ts";
import { readAll } from "../../../shared/read-all.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { SLOT, addProspect, addTouch, pathOf, smallWorld } from "./small-world.ts";

const ARTICLE = "https://brightwater.example/shift-handover";
const READER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Thunderbird/140.2.0";
const MINUTE = 60_000;

/** An email with measuring links is out; its reader opens it, reads on and looks at the calling link. */
async function emailed(own: Partial<Prospect> = {}) {
  const world = await smallWorld();
  const { app, clock, signals } = world;
  const { id } = await addProspect(app, own);
  await addTouch(app, id, ARTICLE);
  const http = trackApp(app);
  const of = { prospectId: id, slot: SLOT };
  const links = [
    pathOf(app, { kind: "open", ...of }),
    pathOf(app, { kind: "click", link: "read", ...of }),
    pathOf(app, { kind: "click", link: "meeting", ...of }),
  ];
  const choose = (fields: string) =>
    http.request(pathOf(app, { kind: "preferences", prospectId: id }), {
      method: "POST",
      body: fields,
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
  return {
    app,
    id,
    choose,
    /** What the reader is shown, by status. */
    read: async (): Promise<number[]> => {
      const shown: number[] = [];
      for (const link of links) {
        clock.now += 10 * MINUTE;
        shown.push((await http.request(link, { headers: { "User-Agent": READER } })).status);
      }
      return shown;
    },
    arrive: () => recordEngagement(app, signals.splice(0)),
    traces: async () =>
      (await readAll(app.table, { pk: prospectPk(id) })).map(({ sk }) => sk).filter((sk) => !sk.startsWith("NOTE#")),
  };
}

const SHOWN = [200, 302, 302];

describe("consent is asked when the hit arrives", () => {
  test("an email that went out unasked leaves no trace of its reader once they deny, and still works", async () => {
    const { app, id, choose, read, arrive, traces } = await emailed();
    expect((await choose("action=save&unmeasured=yes")).status).toBe(200);
    const before = await getProspect(app.table, id);
    expect(await read()).toEqual(SHOWN);
    expect(await arrive()).toEqual(["not-measured", "not-measured", "not-measured"]);
    expect(await traces()).toEqual(["PROSPECT", `TOUCH#${SLOT}`]);
    expect(await getProspect(app.table, id)).toEqual(before);
  });

  test("so does one that was opened before they denied and only then taken in", async () => {
    const { choose, read, arrive, traces } = await emailed();
    expect(await read()).toEqual(SHOWN);
    await choose("action=save&unmeasured=yes");
    expect(await arrive()).toEqual(["not-measured", "not-measured", "not-measured"]);
    expect(await traces()).toEqual(["PROSPECT", `TOUCH#${SLOT}`]);
  });

  test("one whose country came to be known as one where nobody is measured unasked leaves none", async () => {
    const { read, arrive, traces } = await emailed({ country: "DE" });
    await read();
    expect(new Set(await arrive())).toEqual(new Set(["not-measured"]));
    expect(await traces()).toEqual(["PROSPECT", `TOUCH#${SLOT}`]);
  });

  test("what was taken in before is erased by the denial, with the call task it led to", async () => {
    const { app, id, choose, read, arrive, traces } = await emailed();
    await read();
    await arrive();
    expect((await callsOf(app.table, id)).map(({ state }) => state)).toEqual(["open"]);
    await choose("action=save&unmeasured=yes");
    expect(await traces()).toEqual(["CALL#0001", "CALLS", "PROSPECT", `TOUCH#${SLOT}`]);
    const [call] = await callsOf(app.table, id);
    expect(call).toMatchObject({ state: "closed", evidence: [] });
    expect(call?.why).toContain("withdrew consent");
  });
});
