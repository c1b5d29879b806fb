import type { ImportLines, LocalWorld, UploadedFile } from "../../functions/console/local-world.ts";
import { syncSchedules } from "../../shared/cadence/schedules.ts";
import { importFeed } from "../../shared/content/import-feed.ts";
import { importPosts } from "../../shared/content/import-posts.ts";
import { listOutbox, readEmail } from "../../shared/local/outbox.ts";
import { AppError } from "../../shared/error.ts";
import { importProspects } from "../../shared/prospect/import.ts";
import { noGroundNote } from "../../shared/prospect/report.ts";
import { importReps } from "../../shared/rep/import.ts";
import { readFeedSource } from "../commands/fetch-feed.ts";
import type { Heartbeat } from "./heartbeat.ts";
import { comingMoves } from "./moves.ts";
import { noWebsite } from "../commands/no-website.ts";
import type { OpenWorld } from "./open-world.ts";
import { removeSample } from "./remove-sample.ts";
import { getSampleNote } from "./sample-note.ts";

type Row = {
  readonly row?: number;
  readonly source?: string;
  readonly outcome: string;
  readonly field?: string | undefined;
  readonly reason?: string | undefined;
  readonly warnings: readonly string[];
};
type Report = { readonly counts: ImportLines["counts"]; readonly rows: readonly Row[] };

const isOutcome = (word: string): word is ImportLines["lines"][number]["outcome"] =>
  ["imported", "updated", "unchanged", "refused", "left out", "noted"].includes(word);

function linesOf({ row, source, outcome, field, reason, warnings }: Row): ImportLines["lines"] {
  const place = row === undefined ? (source ?? "") : String(row);
  const word = outcome.replace("-", " ");
  return [
    { place, outcome: isOutcome(word) ? word : "noted", field, reason },
    ...warnings.map((warning) => ({ place, outcome: "noted" as const, reason: warning })),
  ];
}

const toLines = ({ counts, rows }: Report): ImportLines => ({ counts, lines: rows.flatMap(linesOf) });

const named = ({ path, bytes }: UploadedFile): { source: string; bytes: Uint8Array } => ({ source: path, bytes });

/** What the console offers on one machine only: the outbox, files to import, and a clock that moves. */
export function localWorld(world: OpenWorld, heartbeat: Heartbeat): LocalWorld {
  const { app, store, realMail } = world;
  const done = async (report: Report, dryRun: boolean): Promise<ImportLines> => {
    if (!dryRun) await syncSchedules(app);
    return toLines(report);
  };
  return {
    emails: { list: (page) => listOutbox(store, page), read: (id) => readEmail(store, id) },
    time: {
      now: app.now,
      moves: async () => (realMail ? [] : comingMoves(app.table, app.now())),
      move: async (to) => {
        if (realMail) throw new AppError("forbidden", "The clock cannot be moved while email goes out for real.");
        await heartbeat.moveTo(to);
      },
    },
    sample: {
      there: async () => (await getSampleNote(app.table)) !== undefined,
      remove: async () => {
        const removed = await removeSample(app);
        await syncSchedules(app);
        await world.refresh();
        return { repStays: removed === "rep-stays" };
      },
    },
    settingsChanged: world.refresh,
    importFiles: {
      posts: async (files, dryRun, site) => {
        const known = site ?? app.config.company.website;
        const baseUrl = known ?? app.config.publicUrl;
        const report = await done(await importPosts(app, files, { baseUrl, dryRun }), dryRun);
        if (known) return report;
        const note = { place: "all", outcome: "noted", reason: noWebsite(baseUrl) } as const;
        return { ...report, lines: [note, ...report.lines] };
      },
      feed: async (source, dryRun) => {
        const feed = typeof source === "string" ? await readFeedSource(source, app.outlet) : named(source);
        return done(await importFeed(app, feed, { dryRun }), dryRun);
      },
      prospects: async (file, dryRun, consent) => {
        const report = await importProspects(app, named(file), { dryRun, consent });
        const note = noGroundNote(report);
        const lines = await done(report, dryRun);
        return note ? { ...lines, lines: [{ place: "all", outcome: "noted", reason: note }, ...lines.lines] } : lines;
      },
      reps: async (file, dryRun) => done(await importReps(app, named(file), { dryRun }), dryRun),
    },
  };
}
