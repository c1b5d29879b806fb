import { describe, expect, it } from "vitest";
import { MINUTE } from "../../../shared/durations.ts";
import { nobodyYet } from "../../../shared/nobody-yet.ts";
import { chooseArticle } from "../../../shared/template/choose-article.ts";
import { sendTest } from "../../../shared/template/send-test.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { readEmail } from "../../../shared/local/outbox.ts";
import {
  ana,
  article,
  caseStudy,
  MONDAY,
  mustProspect,
  prospect,
  testConfig,
  testWorld,
} from "../../fixtures/world.ts";

const mia = { memberId: "mia", name: "Mia Berg", email: "mia@northgate.example" };
const rui = prospect("rui00000000", { lastName: "Costa" });
const rounds = article("rounds");
const order = { template: "blog-post", article: rounds, prospect: rui, rep: ana, to: mia } as const;

describe("a test to oneself", () => {
  it("goes to who asks and nobody else, marked, and is nobody's email", async () => {
    const world = await testWorld({ prospects: [rui], articles: [rounds] });
    expect(await sendTest(world.app, order)).toEqual({ outcome: "sent" });
    const [row, ...others] = world.emails();
    expect(others).toEqual([]);
    expect(row?.to).toEqual({ name: "Mia Berg", address: "mia@northgate.example" });
    expect(row?.replyTo).toBe("mia@northgate.example");
    expect(row?.headers).not.toHaveProperty("List-Unsubscribe");
    expect(row?.tags).not.toHaveProperty("slot");
    const email = readEmail(world.store, row?.id ?? 0);
    expect(email?.subject).toBe("[Test] About rounds");
    expect(email?.text).toContain("Hi Rui,");
    expect(email?.text).not.toContain("customer.example");
    // Pixel, hidden link and signed links all begin with the letter of what they do.
    expect(email?.html).not.toMatch(/4600\/[ocupm]\/(?!test")/);
    expect(email?.html).toContain(`href="${rounds.url}"`);
    expect(await touchesOf(world.app.table, rui.id)).toEqual([]);
    expect(await mustProspect(world, rui.id)).toEqual(rui);
  });

  it("is forgotten with the prospect it was made for", async () => {
    const world = await testWorld({ prospects: [rui], articles: [rounds] });
    await sendTest(world.app, order);
    await world.app.mailer.forget(rui.id);
    expect(world.emails()).toEqual([]);
  });

  it("is sent a few times a minute and no more, each member for themselves", async () => {
    const world = await testWorld();
    const outcomes: string[] = [];
    for (let n = 0; n < 4; n += 1) outcomes.push((await sendTest(world.app, order)).outcome);
    expect(outcomes).toEqual(["sent", "sent", "sent", "not-sent"]);
    expect(await sendTest(world.app, { ...order, to: { ...mia, memberId: "bo" } })).toEqual({ outcome: "sent" });
    await world.pass(MONDAY + MINUTE + 1);
    expect(await sendTest(world.app, order)).toEqual({ outcome: "sent" });
    expect(world.emails()).toHaveLength(5);
  });

  it("is not sent before the company is filled in, and says so when the mail server does not take it", async () => {
    const empty = await testWorld({ config: { ...testConfig, company: nobodyYet } });
    expect(await sendTest(empty.app, order)).toMatchObject({ outcome: "not-sent", why: /Settings/ });
    const refusing = await testWorld({
      mailer: {
        sendBulk: async ({ entries }) =>
          entries.map(() => ({ outcome: "refused", reason: "no such box: mia@northgate.example" })),
        forget: async () => undefined,
      },
    });
    const answer = await sendTest(refusing.app, order);
    expect(answer).toMatchObject({ outcome: "not-sent", why: /did not take it/ });
    expect(JSON.stringify(answer)).not.toContain("mia@");
  });
});

describe("the article a template is shown with", () => {
  const shownTo = async (template: "blog-post" | "case-study", articleId?: string) => {
    const world = await testWorld({
      prospects: [rui],
      articles: [rounds, article("newer", { publishedOn: "2026-11-01" }), caseStudy("harbour", { sector: "food" })],
    });
    const { article: found, how } = await chooseArticle(world.app, template, { prospect: rui, articleId });
    return [found.id, how];
  };

  it("is what the prospect gets next, if the template can show that", async () => {
    expect(await shownTo("blog-post")).toEqual(["newer", "next"]);
  });

  it("is what fits them where the next email is of another kind", async () => {
    expect(await shownTo("case-study")).toEqual(["harbour", "fits"]);
  });

  it("is the one that is asked for, unless the template cannot show it", async () => {
    expect(await shownTo("blog-post", "rounds")).toEqual(["rounds", "chosen"]);
    expect(await shownTo("blog-post", "harbour")).toEqual(["newer", "next"]);
  });

  it("is the newest for nobody, and ours where the library has none", async () => {
    const { app } = await testWorld({ articles: [rounds] });
    const nobody = { prospect: undefined, articleId: undefined };
    expect(await chooseArticle(app, "blog-post", nobody)).toMatchObject({ article: { id: "rounds" }, how: "newest" });
    expect(await chooseArticle(app, "case-study", nobody)).toMatchObject({ how: "sample", articles: [] });
  });
});
