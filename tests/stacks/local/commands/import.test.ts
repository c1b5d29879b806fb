import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { getLibrary } from "../../../../shared/content/store.ts";
import { openStore } from "../../../../shared/local/store.ts";
import { findByAddress } from "../../../../shared/prospect/store.ts";
import { databasePath } from "../../../../stacks/local/open-world.ts";
import { json, midweek, temporaryPlace, worldAt } from "../folders.ts";

const { folder } = temporaryPlace();
mkdirSync(folder("posts"));
const post = "---\ntitle: Rounds that end on time\ntags: [rounds]\n---\n\nA paragraph about rounds.\n";
writeFileSync(folder("posts/2026-10-01-rounds.md"), post);
writeFileSync(folder("posts/2026-10-02-broken.md"), "---\ntitle: [\n---\n\nText.\n");
writeFileSync(
  folder("feed.xml"),
  `<rss version="2.0"><channel><title>Quay Notes</title><item><title>Two quays, one crew</title>
   <link>https://quay.example/two-quays</link><pubDate>Thu, 01 Oct 2026 09:00:00 GMT</pubDate>
   <description>How one crew serves two quays.</description></item></channel></rss>`,
);
writeFileSync(folder("reps.csv"), "name,email,time zone\nAna Sousa,ana@northgate.example,Europe/Lisbon\n");
writeFileSync(
  folder("prospects.csv"),
  "email,first name,time zone,owner\nrui@porto.example,Rui,Europe/Lisbon,Ana Sousa\nno address,Nobody,,\n",
);
const sources = { posts: "posts", feed: "feed.xml", reps: "reps.csv", prospects: "prospects.csv" } as const;

async function kept(at: string) {
  const store = openStore(databasePath(at));
  const { app, scheduler } = await worldAt(store);
  const found = {
    titles: (await getLibrary(app.table)).map((article) => article.title).toSorted(),
    rui: await findByAddress(app.table, "rui@porto.example"),
    rows: store.sql<{ n: number }>("SELECT count(*) AS n FROM items").get()?.n,
    schedules: await scheduler.list(""),
  };
  store.close();
  return found;
}

test("a dry run says what would come in and writes nothing; the real run brings in just that", async () => {
  const data = folder("data");
  const run = async (kind: keyof typeof sources, ...more: string[]) =>
    json(await midweek("import", kind, folder(sources[kind]), "--data", data, "--json", ...more));

  const noReps = await midweek("import", "prospects", folder(sources.prospects), "--data", data, "--dry-run");
  expect(noReps).toEqual({ code: 1, out: "", err: expect.stringMatching(/^midweek: .*import reps first\n$/) });
  const [posts, feed, reps] = await Promise.all([
    run("posts", "--dry-run"),
    run("feed", "--dry-run"),
    run("reps", "--dry-run"),
  ]);
  expect(posts).toMatchObject({ counts: { imported: 1, refused: 1 } });
  expect(posts["rows"]).toContainEqual(
    expect.objectContaining({ source: "2026-10-02-broken.md", outcome: "refused", reason: expect.any(String) }),
  );
  expect(feed).toMatchObject({ counts: { imported: 1 } });
  expect(reps).toMatchObject({ counts: { imported: 1 } });
  expect(existsSync(data)).toBe(false);

  await Promise.all([run("posts"), run("feed"), run("reps")]);
  const staffed = await kept(data);
  expect(staffed.titles).toEqual(["Rounds that end on time", "Two quays, one crew"]);
  const prospects = await run("prospects", "--dry-run");
  expect(prospects).toMatchObject({ counts: { imported: 1, refused: 1 } });
  expect(prospects["rows"]).toContainEqual(
    expect.objectContaining({ row: 3, outcome: "refused", field: "email", reason: expect.any(String) }),
  );
  expect(await kept(data)).toEqual(staffed);
  const words = await midweek("import", "prospects", folder(sources.prospects), "--data", data);
  expect(words).toMatchObject({ code: 0, err: "" });
  expect(words.out).toMatch(/^row 3: refused: email: /m);
  expect(words.out).toMatch(/^1 imported, 1 refused$/m);
  expect((await kept(data)).rui).toEqual(expect.any(String));
});
