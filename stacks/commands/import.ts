import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import type { App } from "../../shared/app.ts";
import { importFeed } from "../../shared/content/import-feed.ts";
import { importPosts } from "../../shared/content/import-posts.ts";
import { syncSchedules } from "../../shared/cadence/schedules.ts";
import { AppError } from "../../shared/error.ts";
import { readDeclared } from "../../shared/prospect/mail-consent.ts";
import type { DeclaredConsent } from "../../shared/prospect/mail-consent.ts";
import { noGroundNote } from "../../shared/prospect/report.ts";
import { importProspects } from "../../shared/prospect/import.ts";
import { importReps } from "../../shared/rep/import.ts";
import { answer, progress } from "./answer.ts";
import type { CommonOptions } from "./answer.ts";
import { readFeedSource } from "./fetch-feed.ts";
import { noWebsite } from "./no-website.ts";
import type { Place } from "./place.ts";
import { readFolder } from "./read-folder.ts";

type Options = CommonOptions & { readonly dryRun?: boolean; readonly site?: string; readonly consent?: string };
type How = {
  readonly dryRun: boolean;
  readonly consent?: DeclaredConsent;
  readonly onProgress: (done: number, total?: number) => void;
};
type Report = {
  /** About the import as a whole. */
  readonly note?: string;
  readonly counts: { readonly [outcome: string]: number };
  readonly rows: readonly {
    readonly outcome: string;
    readonly field?: string | undefined;
    readonly reason?: string | undefined;
    readonly warnings: readonly string[];
  }[];
};

async function readOne(path: string): Promise<{ bytes: Uint8Array; source: string }> {
  try {
    return { bytes: await readFile(resolve(path)), source: basename(path) };
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error && error.code === "EISDIR"
        ? "is a folder, not a file"
        : "cannot be read";
    throw new AppError("not-found", `${path} ${reason}`);
  }
}

const imports = {
  posts: async (app: App, path: string, how: How, site: string | undefined) =>
    importPosts(app, readFolder(resolve(path)), {
      ...how,
      baseUrl: site ?? app.config.company.website ?? app.config.publicUrl,
    }),
  feed: async (app: App, path: string, how: How) => importFeed(app, await readFeedSource(path, app.outlet), how),
  prospects: async (app: App, path: string, how: How) => {
    const report = await importProspects(app, await readOne(path), how);
    const note = noGroundNote(report);
    return note ? { ...report, note } : report;
  },
  reps: async (app: App, path: string, how: How) => importReps(app, await readOne(path), how),
};

type Order = { readonly kind: keyof typeof imports; readonly path: string; readonly options: Options };

async function run({ within }: Place, { kind, path, options }: Order): Promise<Report> {
  // Looked at first, so that a slip of the pen leaves no empty data folder behind.
  if (!/^https?:/i.test(path) && !existsSync(resolve(path)))
    throw new AppError("not-found", `${path} cannot be read: there is no such file or folder`);
  const bar = progress(options, `Importing ${kind}`);
  const how: How = {
    dryRun: options.dryRun === true,
    ...(options.consent !== undefined && { consent: readDeclared(options.consent) }),
    onProgress: (done, total) => (total ? bar.to(done / total) : bar.count(done)),
  };
  try {
    return await within(options, how.dryRun ? "trial" : "new", async (app) => {
      const report = await imports[kind](app, path, how, options.site);
      const nowhere = kind === "posts" && !options.site && !app.config.company.website;
      if (!how.dryRun) await syncSchedules(app);
      return nowhere ? { ...report, note: noWebsite(app.config.publicUrl) } : report;
    });
  } finally {
    bar.stop();
  }
}

/** Whatever a row is called in its report: a row number, a file, an entry of a feed. */
const placeOf = (row: object): string => {
  if ("row" in row) return `row ${String(row.row)}`;
  return "source" in row ? String(row.source) : "";
};

function words(report: Report, dryRun: boolean): string {
  const lines = report.rows.flatMap((row) => [
    ...(row.reason ? [`${placeOf(row)}: ${row.outcome}: ${row.field ? `${row.field}: ` : ""}${row.reason}`] : []),
    ...row.warnings.map((warning) => `${placeOf(row)}: note: ${warning}`),
  ]);
  const counts = Object.entries(report.counts)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`);
  return [
    ...lines,
    ...(report.note ? [`note: ${report.note}`] : []),
    `${dryRun ? "Nothing written; would be: " : ""}${counts.join(", ") || "nothing found"}`,
  ].join("\n");
}

const ABOUT: { readonly [kind in keyof typeof imports]: string } = {
  posts: "a folder of Markdown posts (Jekyll or Hugo)",
  feed: "an RSS, Atom, RDF or JSON feed: a file or an address",
  prospects: "a CSV of prospects, as a CRM exports it or plain",
  reps: "a CSV of reps: name, email, title, time zone, phone, calling link",
};

export function addImport(program: Command, place: Place): void {
  const command = program.command("import").description("bring in posts, a feed, prospects or reps");
  for (const kind of ["posts", "feed", "prospects", "reps"] as const) {
    const own = place
      .options(command.command(`${kind} <path>`))
      .description(ABOUT[kind])
      .option("--dry-run", "show what would happen, write nothing");
    if (kind === "posts")
      own.option("--site <address>", "where the posts are published; default: the company's website");
    if (kind === "prospects")
      own.option(
        "--consent <ground>",
        'why these people may be written to, as "opt-in: the form on our website"; a column that says so counts more',
      );
    own.action(async (path: string, options: Options) => {
      const report = await run(place, { kind, path, options });
      // Something was wrong and nothing came of it.
      if (report.rows.length > 0 && report.rows.every((row) => row.outcome === "refused")) process.exitCode = 1;
      answer(options, report, () => words(report, options.dryRun === true));
    });
  }
}
