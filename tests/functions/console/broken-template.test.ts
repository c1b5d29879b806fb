import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { article, testConfig } from "../../fixtures/world.ts";
import { people, fillTeam } from "../../shared/member/team.ts";
import { putDraft } from "../../shared/template/draft.ts";
import { deskOf, type Desk } from "./desk.ts";

const draft = putDraft("digest");
afterAll(() => draft.takeAway());

let desk: Desk;
let mia: Pick<Desk, "open" | "send">;
beforeAll(async () => {
  const company = { ...testConfig.company, name: "Southgate" };
  desk = await deskOf({ config: { ...testConfig, company }, articles: [article("rounds")] });
  await fillTeam(desk.world);
  mia = await desk.as(people.marketing);
});

const WHY = "No email can be made of emails/digest.tsx: emails/digest.tsx:3:1: Unexpected";

describe("a template that no email can be made of", () => {
  test("says so in the gallery in place of its look, beside the others", async () => {
    const { status, text } = await mia.open("/templates");
    expect(status).toBe(200);
    expect(text).toContain(WHY);
    expect(text).toContain("1 to mend before it is used");
    expect(text).toContain('src="/templates/blog-post/html"');
    expect(text).not.toContain('src="/templates/digest/html"');
  });

  test("says so on its own page, where there is nothing to look at or to send", async () => {
    const { status, text } = await mia.open("/templates/digest");
    expect(status).toBe(200);
    expect(text).toContain(WHY);
    expect(text).toContain("An email can be made of it");
    expect(text).not.toMatch(/<iframe|Send yourself a test/);
    expect((await mia.open("/templates/digest/html")).status).toBe(409);
    const before = desk.world.emails().length;
    const sent = await mia.send("/templates/digest/test", {});
    expect([sent.status, sent.text.includes(WHY)]).toEqual([409, true]);
    expect(desk.world.emails()).toHaveLength(before);
  });

  test("keeps no article's page from being shown", async () => {
    const { status, text } = await mia.open("/library/rounds");
    expect(status).toBe(200);
    expect(text).not.toContain("digest");
  });
});
