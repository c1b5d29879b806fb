import { readFileSync, readdirSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildBrief, pickTalkingPoint } from "../../../shared/call/brief.ts";
import { Blocker, Call } from "../../../shared/call/call.ts";
import { checklistsFor } from "../../../shared/call/checklists.ts";
import { questionsFor } from "../../../shared/call/questions.ts";
import { voicemailFor } from "../../../shared/call/voicemail.ts";
import { importPosts } from "../../../shared/content/import-posts.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { draftFollowUp } from "../../../shared/follow-up/draft.ts";
import { checkCopy } from "../../../shared/practice/check-copy.ts";
import { Sector } from "../../../shared/sector.ts";
import { wordingOf } from "../../../shared/touch/wording.ts";
import { readFolder } from "../../../stacks/commands/read-folder.ts";
import { ana, article, prospect, testConfig } from "../../fixtures/world.ts";
import { libraryWorld } from "../content/library-world.ts";
import { NOW, openCall, tried } from "./log.ts";

const lanes = Call.shape.lane.options;
const { company } = testConfig;

/** What the notes of a last conversation may say, so that every question about what stands in the way is asked. */
const SAID = [undefined, "Not my decision", "Needs approval", "No budget", "Too busy, other projects first"];

describe("nothing Midweek puts into a rep's mouth is empty", () => {
  test.each([...Sector.options, undefined])("the questions for %s", (sector) => {
    for (const lane of lanes)
      for (const lastConversation of SAID)
        for (const question of questionsFor({ lane, sector, lastConversation }))
          expect(checkCopy(question), question).toEqual([]);
  });

  test.each(lanes)("the next step to ask for in the lane %s", (lane) => {
    const sources = { prospect: prospect("rui"), rep: ana, company, library: [article("rounds")], lane };
    const brief = buildBrief(sources);
    for (const text of [brief.nextStepToAskFor, brief.voicemail.text, ...brief.questions])
      expect(checkCopy(text), text).toEqual([]);
  });

  test.each(lanes)("the checklists in the lane %s", (lane) => {
    const { before, after } = checklistsFor({ lane });
    expect([...before, ...after].flatMap(checkCopy)).toEqual([]);
  });

  test.each(["call", "meeting", "demo", "trial", "send material", "declined"] as const)(
    "the email after a call that led to: %s",
    (kind) => {
      const nextStep = kind === "declined" ? { kind } : { kind, date: "2026-12-02", time: "10:00" };
      for (const blocked of [undefined, ...Blocker.shape.kind.options]) {
        const blocker = blocked && { kind: blocked, reviewOn: "2027-01-13" };
        const attempt = { ...tried(0), disposition: "connected", nextStep, ...(blocker && { blocker }) } as const;
        const call = openCall({ attempts: [attempt] });
        const sources = { prospect: prospect("rui"), rep: ana, company, call, attempt, attemptNumber: 1, now: NOW };
        const { subject, text } = draftFollowUp(sources);
        expect(checkCopy(`${subject}\n\n${text}`), text).toEqual([]);
      }
    },
  );

  test("the voicemail, whatever its names are and however much there is to say", () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{0,12}( [A-Z][a-z]{1,12}){0,2}$/);
    const value = fc.constantFrom("", "Rounds take a morning.", "Rounds take half as long. ".repeat(30));
    fc.assert(
      fc.property(
        fc.record({ firstName: fc.option(name, { nil: undefined }), rep: name, company: name }),
        fc.record({ phone: fc.constantFrom(undefined, "+351210000000"), values: fc.array(value, { maxLength: 3 }) }),
        (who, what) => {
          expect(checkCopy(voicemailFor({ ...who, ...what }).text)).toEqual([]);
        },
      ),
    );
  });

  test("of what a company wrote itself, what says nothing new is passed over", () => {
    const { text } = voicemailFor({
      rep: "Ana",
      company: "Northgate",
      values: ["I’m touching base.", "Rounds halve."],
    });
    expect(text).toContain("Northgate. Rounds halve. Please");
    const library = [article("new", { talkingPoint: "Just checking in.", publishedOn: "2026-11-01" }), article("old")];
    expect(pickTalkingPoint({ prospect: prospect("rui"), library })?.articleId).toBe("old");
  });
});

describe("nor is anything in the emails", () => {
  const folders = ["emails", "emails/letters", "emails/partials", "emails/_components"];
  const templates = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((file) => (file.endsWith(".tsx") ? [`${folder}/${file}`] : [])),
  );

  test.each(templates)("%s", (path) => expect(checkCopy(readFileSync(path, "utf8"))).toEqual([]));

  test("subject, preview and talking point of every sample article", async () => {
    const app = libraryWorld({ now: Date.parse("2026-11-23T09:00Z") });
    const from = { baseUrl: "https://tidewick.example", dryRun: false };
    for (const folder of ["posts", "case-studies"])
      await importPosts(app, readFolder(`stacks/local/sample/${folder}`), from);
    const library = await getLibrary(app.table);
    expect(library.length).toBeGreaterThan(15);
    for (const one of library) {
      const said = JSON.stringify([wordingOf(one, company), one.talkingPoint, one.summary]);
      expect(checkCopy(said), one.title).toEqual([]);
    }
  });
});
