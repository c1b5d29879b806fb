import { describe, expect, it } from "vitest";
import { trackApp } from "../../../functions/track/app.ts";
import { addressHash } from "../../../shared/id.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { getSuppressions } from "../../../shared/suppression/store.ts";
import { SLOT, addProspect, pathOf, smallWorld } from "./small-world.ts";

async function invited() {
  const { app } = await smallWorld();
  const prospect = await addProspect(app);
  const path = pathOf(app, { kind: "unsubscribe", prospectId: prospect.id, slot: SLOT });
  const http = trackApp(app);
  const standing = async () => (await getProspect(app.table, prospect.id))?.standing;
  const press = (body = "List-Unsubscribe=One-Click", type = "application/x-www-form-urlencoded") =>
    http.request(path, { method: "POST", body, headers: { "Content-Type": type } });
  return { app, prospect, path, http, standing, press };
}

const optedOut = { state: "ended", reason: "opted out" };

describe("unsubscribing", () => {
  it("asks first: the page says who we are, has one button and changes nothing", async () => {
    const { http, path, standing } = await invited();
    const page = await (await http.request(path)).text();
    expect(page).toContain("Brightwater Works, 4 Quay Street, Porto");
    expect(page).toContain("a•••@customer.example");
    expect(page).not.toContain("ana@customer.example");
    expect(page.match(/<button/g)).toHaveLength(1);
    expect(await standing()).toEqual({ state: "active" });
  });

  it("acts on the one click of a mail client, without cookies or page (RFC 8058)", async () => {
    const { app, press, standing, prospect } = await invited();
    const response = await press();
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await standing()).toEqual(optedOut);
    const hash = addressHash(prospect.email);
    expect((await getSuppressions(app.table, [hash])).get(hash)?.reason).toBe("opted out");
    expect((await notesOf(app.table, prospect.id)).map((note) => note.text)).toEqual([
      "Opted out by the link in the email of 25 November 2026",
    ]);
  });

  it.each([
    [
      "as multipart",
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--',
      "multipart/form-data; boundary=b",
    ],
    ["with an empty body", "", "text/plain"],
  ])("acts however the mail client writes the form: %s", async (_, body, type) => {
    const { press, standing } = await invited();
    expect((await press(body, type)).status).toBe(200);
    expect(await standing()).toEqual(optedOut);
  });
});

describe("unsubscribing again or too late", () => {
  it("twice is the same as once, and the page then says it is done", async () => {
    const { app, press, http, path, prospect } = await invited();
    await press();
    const again = await press();
    expect(again.status).toBe(200);
    expect(await again.text()).toContain("You are unsubscribed");
    expect(await notesOf(app.table, prospect.id)).toHaveLength(1);
    const page = await (await http.request(path)).text();
    expect(page).toContain("You are unsubscribed");
    expect(page).not.toContain("<button");
  });

  it("at the same moment from two programs works for both", async () => {
    const { press, app, prospect } = await invited();
    const answers = await Promise.all([press(), press()]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(await notesOf(app.table, prospect.id)).toHaveLength(1);
  });
});

describe("the unsubscribe link", () => {
  it("leads to the preferences, both before and after", async () => {
    const { http, path, press } = await invited();
    for (const page of [await (await http.request(path)).text(), await (await press()).text()]) {
      const href = /href="\.\.(\/p\/[^"]+)"/.exec(page)?.[1];
      expect((await http.request(href!)).status).toBe(200);
    }
  });

  it("takes no token of another kind, nor a made-up one", async () => {
    const { app, http, standing, prospect } = await invited();
    for (const kind of ["open", "click", "preferences"] as const) {
      const token = pathOf(app, { kind, prospectId: prospect.id, slot: SLOT }).slice(3);
      expect((await http.request(`/u/${token}`, { method: "POST" })).status).toBe(404);
    }
    expect((await http.request("/u/k1.nonsense", { method: "POST" })).status).toBe(404);
    expect(await standing()).toEqual({ state: "active" });
  });

  it("by someone who was erased meanwhile is answered as done", async () => {
    const { app, press, prospect } = await invited();
    await eraseProspect(app, prospect.id);
    const response = await press();
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain("/p/");
  });

  it("refuses a body of more than 10 KB", async () => {
    const { press, standing } = await invited();
    expect((await press("x".repeat(11_000))).status).toBe(413);
    expect(await standing()).toEqual({ state: "active" });
  });
});
