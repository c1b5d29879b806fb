import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { Company } from "../../../shared/config.ts";
import { importPosts } from "../../../shared/content/import-posts.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { flawsOfArticle } from "../../../shared/lint/article-flaws.ts";
import { lintArticle, lintTemplate } from "../../../shared/lint/check-templates.ts";
import { isError } from "../../../shared/lint/finding.ts";
import { templateNames } from "../../../shared/template/templates.ts";
import { readFolder } from "../../../stacks/commands/read-folder.ts";
import { article, caseStudy, MONDAY, testConfig, testWorld } from "../../fixtures/world.ts";
import { libraryWorld } from "../content/library-world.ts";

const { company } = testConfig;
const inThatName = (changes: Partial<typeof company>) => ({
  config: { ...testConfig, company: Company.parse({ ...company, ...changes }) },
});

describe("our templates", () => {
  test.each(templateNames())("%s: there is nothing to mend, in every variant", async (name) => {
    expect(await lintTemplate({ config: testConfig }, name)).toEqual([]);
  });

  test("nor where a company says as little of itself as it may, or as much", async () => {
    const { name, senderAddress, postalAddress, timeZone } = company;
    const least = Company.parse({ name, senderAddress, postalAddress, timeZone });
    const much = inThatName({
      pricingPage: "https://northgate.example/pricing",
      whatWeDo: "We plan rounds. ".repeat(30),
    });
    expect(await lintTemplate({ config: { ...testConfig, company: least } }, "blog-post")).toEqual([]);
    expect(await lintTemplate(much, "case-study")).toEqual([]);
  });

  test("are held against the colours of the company that sends them", async () => {
    const pale = inThatName({ brand: { accent: "#9ad1c9" } });
    const rules = (await lintTemplate(pale, "blog-post")).map(({ rule, level }) => `${level} ${rule}`);
    expect(new Set(rules)).toEqual(new Set(["error contrast"]));
  });

  test("are held against what the company says of itself", async () => {
    const says = async (changes: Partial<typeof company>) =>
      (await lintTemplate(inThatName(changes), "blog-post")).map(({ rule }) => rule);
    expect(await says({ whatWeDo: "We are just checking in on fleets." })).toEqual(["says-nothing"]);
    expect(await says({ website: "http://northgate.example" })).toEqual(["https-link"]);
  });
});

describe("an article in the templates that can show it", () => {
  const rulesOf = async (one: ReturnType<typeof article>) => {
    const { app } = await testWorld({});
    return (await lintArticle(app, one)).map(({ rule }) => rule);
  };
  const summary = "What we learned about rounds on three hundred days with and without snow.";

  test("is sound where only its address is still to be looked up", async () => {
    expect(await rulesOf(article("rounds", { summary }))).toEqual(["unchecked-link"]);
    expect(await rulesOf(article("rounds", { summary: `${summary} undefined , {2}` }))).toEqual(["unchecked-link"]);
  });

  test("is told what is wrong with it once, with where it stands", async () => {
    const { app } = await testWorld({});
    const bad = article("rounds", { title: "Just checking in", summary, image: "http://northgate.example/a.png" });
    const errors = (await lintArticle(app, bad)).filter(isError);
    expect(errors.map(({ rule, where }) => [rule, where])).toEqual([
      ["says-nothing", "the title"],
      ["picture", "the picture's address"],
    ]);
  });

  test("is told of a picture that programs do not show, and of a short preview text", async () => {
    expect(await rulesOf(article("rounds", { image: "https://northgate.example/a.svg", summary: "Short." }))).toEqual([
      "dropped-html",
      "unchecked-link",
      "unchecked-link",
      "short-preview",
    ]);
  });

  test("a case study is looked at in its own template", async () => {
    expect(await rulesOf(caseStudy("harbour", { caseStudy: undefined, summary }))).toEqual(["unchecked-link"]);
    expect(await rulesOf(caseStudy("harbour"))).toContain("unchecked-link");
  });
});

test("the articles of the sample company have no flaws, and nothing to mend in any template", async () => {
  const app = libraryWorld({ now: MONDAY });
  const sample = (folder: string): string =>
    fileURLToPath(new URL(`../../../stacks/local/sample/${folder}`, import.meta.url));
  for (const folder of ["posts", "case-studies"])
    await importPosts(app, readFolder(sample(folder)), { baseUrl: "https://www.tidewick.example/blog", dryRun: false });
  const library = await getLibrary(app.table);
  expect(library.length).toBeGreaterThan(15);
  for (const one of library) {
    expect([one.title, flawsOfArticle(one)]).toEqual([one.title, []]);
    const findings = (await lintArticle(app, one)).filter(({ rule }) => rule !== "unchecked-link");
    expect([one.title, findings]).toEqual([one.title, []]);
  }
});
