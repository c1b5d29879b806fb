import { Section } from "react-email";
import { afterEach, expect, test } from "vitest";
import BlogPost from "../../../emails/blog-post.tsx";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { whyNotMade } from "../../../shared/lint/cannot-be-made.ts";
import { lintArticle, lintTemplate } from "../../../shared/lint/check-templates.ts";
import { RULES } from "../../../shared/lint/rules.ts";
import { article, caseStudy, testConfig, testWorld } from "../../fixtures/world.ts";
import { putDraft } from "../template/draft.ts";

const app = { config: testConfig };
const summary = "What we learned about rounds on three hundred days with and without snow.";

let taken: () => void = () => undefined;
afterEach(() => taken());
const draft = (...parts: Parameters<typeof putDraft>) => {
  const { name, takeAway } = putDraft(...parts);
  taken = takeAway;
  return name;
};

const NoLink: typeof BlogPost = (props) => BlogPost({ ...props, links: { ...props.links, read: "" } });
NoLink.PreviewProps = BlogPost.PreviewProps;
const grid = (props: Parameters<typeof BlogPost>[0]) => (
  <Section style={{ display: "grid" }}>
    <BlogPost {...props} />
  </Section>
);

test("a template that shows no link to the article is told so by its file, and the others are looked at all the same", async () => {
  const name = draft("digest", NoLink);
  expect(await lintTemplate(app, name)).toEqual([
    {
      level: "error",
      rule: "cannot-be-made",
      where: "emails/digest.tsx",
      says: 'No email can be made of emails/digest.tsx: the html of the email does not show "read".',
      why: RULES["cannot-be-made"].why,
    },
  ]);
  expect(await lintTemplate(app, "blog-post")).toEqual([]);
});

test("one that cannot be loaded says in one line where, and nothing of the machine it lies on", async () => {
  const says = (await lintTemplate(app, draft("digest"))).map((finding) => finding.says);
  expect(says).toEqual(['No email can be made of emails/digest.tsx: emails/digest.tsx:3:1: Unexpected "}".']);
  expect(whyNotMade("x".repeat(900))).toHaveLength(300);
  expect(whyNotMade(new Error(""))).toBe("no reason was given");
});

test("an article is not held against a draft that no cadence names", async () => {
  draft("digest", NoLink);
  const { app: world } = await testWorld({});
  const rules = (await lintArticle(world, article("rounds", { summary }))).map(({ rule }) => rule);
  expect(rules).toEqual(["unchecked-link"]);
});

test("nor blamed for what is wrong with a template that a cadence names, but for its own it is", async () => {
  const templates = { ...defaultCadence.templates, "blog-post": draft("digest", grid) };
  const { app: world } = await testWorld({ cadence: { ...defaultCadence, templates } });
  expect((await lintTemplate(app, templates["blog-post"])).map(({ rule }) => rule)).toContain("dropped-css");
  const rulesOf = async (one: ReturnType<typeof article>) =>
    (await lintArticle(world, one)).map(({ rule }) => rule).filter((rule) => rule !== "unchecked-link");
  expect(await rulesOf(article("rounds", { summary }))).toEqual([]);
  expect(await rulesOf(article("rounds", { summary, image: "https://northgate.example/a.svg" }))).toEqual([
    "dropped-html",
  ]);
  expect(await rulesOf(caseStudy("harbour", { summary, caseStudy: undefined }))).toEqual([]);
});
