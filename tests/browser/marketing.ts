import type { Browser, Page } from "playwright-core";
import { expect, test } from "vitest";
import { listOutbox } from "../../shared/local/outbox.ts";
import { DESK, openWindow } from "./browser.ts";
import { openSite } from "./site.ts";
import { goTo, moveClock, reloadUntil } from "./steps.ts";

const REPS = `name,email,title,time zone
Maya Okafor,maya@northgate.example,Account executive,Europe/Lisbon
`;
const PROSPECTS = `email,first name,last name,company,industry,city,country,owner
rosa@quinta.example,Rosa,Vilar,Quinta Alta,Food,Lisbon,Portugal,maya@northgate.example
kenji@mori.example,Kenji,Mori,Mori Foods,Food,Tokyo,Japan,maya@northgate.example
`;

/** From the list of first steps to where the next of them is taken. */
async function take(page: Page, step: string, way: string): Promise<void> {
  await page.goto("/start");
  await page.getByRole("listitem").filter({ hasText: step }).getByRole("link", { name: way }).click();
}

/** Fills in fields by their labels. */
async function fillIn(page: Page, fields: { readonly [label: string]: string }): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
}

async function importFile(page: Page, kind: string, csv: string): Promise<void> {
  const form = page.locator("form", { has: page.getByRole("heading", { name: kind, exact: true }) });
  await form.getByLabel("File").setInputFiles({ name: "file.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await form.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("heading", { name: /^What happened/ }).waitFor();
}

type Piece = { readonly [label: string]: string };

async function addArticle(page: Page, kind: string, piece: Piece): Promise<void> {
  await take(page, "Fill the library", "Add articles");
  await page.getByRole("link", { name: "By hand" }).click();
  await page.getByLabel("Kind").selectOption({ label: kind });
  await fillIn(page, piece);
  await page.getByRole("button", { name: "Add it to the library" }).click();
  await page.getByRole("heading", { name: piece["Title"]!, level: 1 }).waitFor();
}

const POST: Piece = {
  Title: "Plan the morning the evening before",
  "Address where it is read": "https://northgate.example/blog/plan-the-evening-before",
  Summary: "Rounds that stand before the first driver comes need nobody to come in at five. Three firms show how.",
  "Published on": "2026-11-02",
};
const CASE: Piece = {
  ...POST,
  Title: "Harbour Dairy gave its planners their mornings back",
  "Address where it is read": "https://northgate.example/cases/harbour-dairy",
  Client: "Harbour Dairy",
  Problem: "Forty rounds were planned by hand between five and eight each morning.",
  Result: "The plan stands the evening before, and a third fewer calls come in during the day.",
};

/** What marketing does with an empty company, in a real browser and through the console alone. */
export function marketing(browserOf: () => Browser): void {
  test("marketing gets from an empty company to the first emails in prospects' own afternoons", async () => {
    const site = await openSite({ empty: true });
    const window = await openWindow(browserOf(), site.address, DESK);
    try {
      const page = await window.newPage();
      await page.goto("/library");
      await page.getByRole("link", { name: "See what is left to do" }).click();
      await page.getByText("0 of 8 done").waitFor();

      await take(page, "Say who you are", "Open Settings");
      await fillIn(page, {
        Name: "Northgate",
        "What you do": "Northgate plans rounds for field teams.",
        "Website (optional)": "https://northgate.example",
        "Sender address": "hello@northgate.example",
        "Postal address": "Northgate, 1 Quay Road, Lisbon",
        "Time zone": "Europe/Lisbon",
      });
      await page.getByRole("button", { name: "Save company" }).click();
      await page.getByText("Company saved.").waitFor();
      await take(page, "Add those who call", "Import a file");
      await importFile(page, "Reps", REPS);
      await take(page, "Bring in your prospects", "Import a file");
      await importFile(page, "Prospects", PROSPECTS);
      await addArticle(page, "Blog post", POST);
      await addArticle(page, "Case study", CASE);

      await take(page, "Look at the rhythm", "Look at it");
      await page.getByRole("heading", { name: "Midweek cadence" }).waitFor();
      await page.goto("/start");
      await page.getByRole("button", { name: "This rhythm suits us" }).click();

      await take(page, "See the quarter before it happens", "Open the calendar");
      await page.getByRole("button", { name: "Try it out" }).click();
      // Two prospects get the two there are, and then the library is used up.
      await page.locator("dl", { hasText: "Run out of articles" }).getByText("4", { exact: true }).waitFor();

      await take(page, "Send yourself one", "Choose a template");
      await page.getByRole("link", { name: "blog-post" }).first().click();
      await page.getByRole("button", { name: "Send the test" }).click();
      await page.getByText("The test is on its way to you").waitFor();
      expect(listOutbox(site.world.store, { limit: 10 }).map(({ subject }) => subject)).toEqual([
        `[Test] ${POST["Title"]}`,
      ]);

      await page.goto("/start");
      await page.getByText("7 of 8 done").waitFor();
      await page.getByRole("button", { name: "Go: send from now on" }).click();
      await page.getByText("All done: Midweek sends by itself.").waitFor();

      await moveClock(page, "to Wednesday afternoon in Lisbon");
      const emails = listOutbox(site.world.store, { limit: 10 }).filter(({ subject }) => !subject.startsWith("[Test]"));
      expect(
        emails.map(({ to, subject, at }) => [to.address, subject, new Date(at).toISOString().slice(0, 13)]),
      ).toEqual([
        ["rosa@quinta.example", POST["Title"], "2026-11-25T15"],
        ["kenji@mori.example", POST["Title"], "2026-11-25T06"],
      ]);

      await goTo(page, "Reports");
      await page.getByRole("button", { name: /^Work it out/ }).click();
      await page.goto("/reports/slots");
      await reloadUntil(page, page.getByRole("row", { name: /25 Nov/ }).first());
      expect(site.failures).toEqual([]);
    } finally {
      await window.close();
      await site.close();
    }
  }, 120_000);
}
