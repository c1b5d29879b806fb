import { beforeAll, describe, expect, it, test } from "vitest";
import { inSetting } from "../../../functions/console/email-preview.ts";
import { templateNames } from "../../../shared/template/templates.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { article, caseStudy, prospect } from "../../fixtures/world.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { deskOf, type Desk } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa" });
const eva = prospect("eva00000000", { firstName: "Eva", lastName: "Berg", repId: "bo", company: "Bergen Fish" });
const loose = prospect("loose000000", {
  firstName: "Lou",
  lastName: "Kleist",
  repId: undefined,
  company: "Porto Wine",
});

let desk: Desk;
let mia: Pick<Desk, "open" | "send">;
beforeAll(async () => {
  desk = await deskOf({
    prospects: [rui, eva, loose],
    articles: [
      article("rounds", { image: "https://northgate.example/rounds.png" }),
      article("newer", { publishedOn: "2026-11-01" }),
      caseStudy("harbour"),
    ],
  });
  await fillTeam(desk.world);
  mia = await desk.as(people.marketing);
});

const valueOf = (text: string): string => text.replaceAll("&#39;", "'");

describe("the gallery", () => {
  it("shows each template with its purpose, what it carries and where it is used", async () => {
    const { status, text } = await mia.open("/templates");
    expect(status).toBe(200);
    expect(text.match(/class="template-card"/g)).toHaveLength(templateNames().length);
    expect(valueOf(text)).toContain("the email of most Wednesdays");
    expect(text).toMatch(/<iframe sandbox="" loading="lazy"[^>]*src="\/templates\/case-study\/html"/);
    expect(text).toContain("Case study");
    expect(text).toMatch(/Used by <a [^>]*>Midweek<\/a> for: blog post, resource/);
  });

  it("is marketing's: a rep does not get there", async () => {
    const rep = await desk.as(people.rep);
    for (const path of ["/templates", "/templates/blog-post", "/templates/blog-post/html"])
      expect((await rep.open(path)).status).toBe(403);
    expect((await rep.send("/templates/blog-post/test", {})).status).toBe(403);
  });
});

describe("a template", () => {
  it("is shown as a prospect would get it, with what they get next, in the inbox and opened", async () => {
    const { text } = await mia.open(`/templates/blog-post?prospect=${rui.id}`);
    expect(text).toContain("Rui Costa");
    expect(text).toMatch(/class="inbox-from">Ana Sousa</);
    expect(text).toContain("<strong>About newer</strong>");
    expect(text).toContain("What we learned about newer.");
    expect(text).toContain("What they get next.");
    const html = await mia.open(`/templates/blog-post/html?prospect=${rui.id}`);
    expect(html.text).toContain("Hi Rui,");
    expect(html.text).toContain("you and the team at Porto Foods");
    expect(html.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(html.text).not.toMatch(/<a [^>]*href=/);
  });

  it("is shown with any article that it can show, and with nobody's name", async () => {
    const { text } = await mia.open("/templates/blog-post?article=rounds&view=text");
    expect(text).toContain("<strong>About rounds</strong>");
    expect(text).toContain("Hi Ana,");
    expect(text).toContain("https://northgate.example/blog/rounds");
    expect((await mia.open("/templates/case-study?article=rounds")).text).toContain("About harbour");
  });

  it("is shown by night, and without pictures", async () => {
    const path = "/templates/blog-post/html?article=rounds";
    expect((await mia.open(path)).text).toContain("@media not all");
    expect((await mia.open(`${path}&view=dark`)).text).toContain("@media all");
    expect((await mia.open(path)).text).toMatch(/<img[^>]* src="https:\/\/northgate/);
    const without = (await mia.open(`${path}&view=images-off`)).text;
    expect(without).toMatch(/<img[^>]* alt="About rounds"/);
    expect(without).not.toMatch(/<img[^>]* src=/);
  });

  it("is not there under a name that is none, nor for a prospect that is none", async () => {
    for (const path of [
      "/templates/constructor",
      "/templates/x/html",
      "/templates/blog-post?prospect=ana@customer.example",
    ])
      expect((await mia.open(path)).status).toBe(404);
  });
});

describe("looking for a prospect", () => {
  const search = async (q: string) => (await mia.send("/templates/blog-post/prospects", { q, view: "phone" })).text;

  it("finds them by name or company, whosever they are, and leads there by their id alone", async () => {
    const found = await search("porto");
    expect(found).toContain('href="/templates/blog-post?prospect=rui00000000&amp;view=phone"');
    expect(found).toContain("prospect=loose000000");
    expect(found).not.toContain("prospect=eva00000000");
    expect(await search("berg eva")).toContain("prospect=eva00000000");
    expect(await search("nobody")).toContain("Nobody is called that.");
    expect(await search(" ")).toContain("Type a name or a company.");
  });

  it("leads back to the template from the page that answered", async () => {
    const { status, headers } = await mia.open("/templates/blog-post/prospects");
    expect([status, headers.get("Location")]).toEqual([303, "/templates/blog-post"]);
  });
});

describe("a test", () => {
  test("goes to the viewer alone and leaves no trace with the prospect", async () => {
    const before = desk.world.emails().length;
    const sent = await mia.send("/templates/blog-post/test", {
      prospect: rui.id,
      article: "rounds",
      email: rui.email,
      to: rui.email,
    });
    expect(sent.status).toBe(303);
    expect(sent.headers.get("Location")).toBe(
      "/templates/blog-post?prospect=rui00000000&article=rounds&view=desktop&done=test-sent",
    );
    const mails = desk.world.emails().slice(before);
    expect(mails.map(({ to }) => to.address)).toEqual([people.marketing]);
    expect(await touchesOf(desk.world.app.table, rui.id)).toEqual([]);
  });

  test("is refused with a word why after a few within a minute", async () => {
    const admin = await desk.as(people.admin);
    for (let n = 0; n < 3; n += 1) expect((await admin.send("/templates/case-study/test", {})).status).toBe(303);
    const refused = await admin.send("/templates/case-study/test", {});
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("At most 3 tests are sent in a minute.");
  });
});

test("a setting changes what is asked of the device and nothing else", () => {
  const html =
    '<meta content="light dark"/><style>@media (prefers-color-scheme: dark) {}</style><img alt="A" src="https://a.example/?a&amp;b"/>';
  expect(inSetting(html, { dark: true, images: true })).toBe(
    '<meta content="dark"/><style>@media all {}</style><img alt="A" src="https://a.example/?a&amp;b"/>',
  );
  expect(inSetting(html, { dark: false, images: false })).toBe(
    '<meta content="light"/><style>@media not all {}</style><img alt="A"/>',
  );
});
