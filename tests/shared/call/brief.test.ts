import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { briefInNameOf, buildBrief, freshTalkingPoint, pickTalkingPoint } from "../../../shared/call/brief.ts";
import { Call } from "../../../shared/call/call.ts";
import { checklistsFor } from "../../../shared/call/checklists.ts";
import { questionsFor } from "../../../shared/call/questions.ts";
import { secondsToSay, spokenWords, voicemailFor } from "../../../shared/call/voicemail.ts";
import { Article } from "../../../shared/content/article.ts";
import { checkCopy } from "../../../shared/practice/check-copy.ts";
import { Prospect } from "../../../shared/prospect/prospect.ts";
import { Sector } from "../../../shared/sector.ts";

const article = (id: string, changes: Partial<Article> = {}): Article =>
  Article.parse({
    id,
    kind: "blog-post",
    title: `About ${id}`,
    summary: "",
    url: `https://acme.example/${id}`,
    publishedOn: "2026-08-01",
    topics: [],
    readingMinutes: 2,
    talkingPoint: `Something about ${id}.`,
    source: id,
    addedAt: 0,
    updatedAt: 0,
    ...changes,
  });
const prospect = (changes: Partial<Prospect> = {}): Prospect =>
  Prospect.parse({
    id: "p1",
    email: "rui@fabrica.example",
    firstName: "Rui",
    sector: "manufacturing",
    timeZone: "Europe/Lisbon",
    timeZoneFrom: "city",
    createdAt: 0,
    updatedAt: 0,
    ...changes,
  });
const rep = {
  id: "r",
  name: "Dana Reis",
  email: "dana@acme.example",
  timeZone: "Europe/Lisbon",
  phone: "+351 210 000 001",
  callingLink: "https://meet.example/dana",
};
const company = { name: "Acme Rounds", whatWeDo: "Acme Rounds saves plants an hour a shift." };
const own = article("mill", { kind: "case-study", sector: "manufacturing" });
const foreign = article("clinic", { kind: "case-study", sector: "healthcare", publishedOn: "2026-11-01" });
const library = [article("new", { publishedOn: "2026-10-01" }), article("old", { topics: ["rounds"] }), own, foreign];
const sources = { prospect: prospect(), rep, company, library, lane: "warming" } as const;

describe("the talking point", () => {
  test("is the same sector's case study first", () => {
    expect(pickTalkingPoint({ ...sources, clickedTopics: { rounds: 3 } })).toEqual({
      articleId: "mill",
      title: "About mill",
      url: "https://acme.example/mill",
      text: "Something about mill.",
    });
  });

  test("then what the prospect clicked, then the newest, and nothing already mailed", () => {
    const after = (seen: string[], clickedTopics = {}) =>
      pickTalkingPoint({ ...sources, prospect: prospect({ seen }), clickedTopics })?.articleId;
    expect(after(["mill"], { rounds: 1 })).toBe("old");
    expect(after(["mill"])).toBe("new");
    expect(after(["mill", "new", "old"])).toBeUndefined();
  });

  test("is never another sector's case study", () => {
    expect(pickTalkingPoint({ ...sources, library: [foreign] })).toBeUndefined();
    const unknown = Prospect.parse({ ...prospect(), sector: undefined });
    expect(pickTalkingPoint({ ...sources, prospect: unknown, library: [own, foreign] })).toBeUndefined();
  });
});

test("what was to be told is chosen anew when it was mailed or taken out of use meanwhile", () => {
  const brief = buildBrief(sources);
  expect(freshTalkingPoint({ brief }, sources)).toEqual(brief.talkingPoint);
  const mailed = prospect({ seen: ["mill"] });
  expect(freshTalkingPoint({ brief }, { ...sources, prospect: mailed })?.articleId).toBe("new");
  const others = sources.library.filter(({ id }) => id !== "mill");
  expect(freshTalkingPoint({ brief }, { ...sources, library: others })?.articleId).toBe("new");
});

test("another rep has another voice and another booking page", () => {
  const brief = buildBrief({ ...sources, booked: { on: "2026-12-03" } });
  const joao = { id: "j", name: "João Pinto", email: "joao@acme.example", timeZone: "Europe/Lisbon" };
  const given = briefInNameOf(brief, { ...sources, rep: joao });
  expect(given).not.toHaveProperty("meetingLink");
  expect(given.voicemail.text).toMatch(/^Hello Rui, this is João Pinto of Acme Rounds\. Thank you for booking/);
  expect({ ...given, voicemail: brief.voicemail, meetingLink: brief.meetingLink }).toEqual(brief);
});

test("nothing a rep reads out is an excuse for a call", () => {
  for (const lane of Call.shape.lane.options)
    for (const conversations of [0, 1, 5])
      for (const booked of [undefined, {}, { on: "2026-12-03" }])
        for (const sector of [...Sector.options, undefined]) {
          const about = Prospect.parse({ ...prospect(), sector });
          const brief = buildBrief({ ...sources, prospect: about, lane, conversations, booked });
          const { before, after } = checklistsFor({ lane });
          const said = [...brief.questions, brief.nextStepToAskFor, brief.prepare ?? "", brief.voicemail.text];
          for (const text of [...said, ...before, ...after])
            expect({ text, found: checkCopy(text) }).toEqual({ text, found: [] });
        }
});

test("the checklists end with the next step, the promises and the email", () => {
  const { before, after } = checklistsFor({ lane: "agreed" });
  expect(before.join(" ")).toMatch(/promised/);
  expect(after.join(" ")).toMatch(/next step.*Promises.*follow-up email/);
  expect(checklistsFor({ lane: "warming" }).before.join(" ")).toMatch(/without saying that reading is measured/);
});

describe("the questions", () => {
  test("change with how often they have spoken", () => {
    const asked = [0, 1, 2, 9].map((conversations) => questionsFor({ lane: "agreed", conversations }).join(" "));
    expect(asked[0]).toContain("cost you in a normal week");
    expect(asked[1]).toContain("Who besides you");
    expect(asked[2]).toContain("yes or no");
    expect(asked[3]).toBe(asked[2]);
  });

  test.each([...Sector.options, undefined])("three or four for %s, each a question of its own", (sector) => {
    for (const lane of ["hot", "warming", "agreed"] as const) {
      const questions = questionsFor({ lane, sector });
      expect(questions.length).toBeGreaterThanOrEqual(3);
      expect(questions.length).toBeLessThanOrEqual(4);
      expect(new Set(questions).size).toBe(questions.length);
      for (const question of questions) {
        expect(question.endsWith("?")).toBe(true);
        expect(question).not.toMatch(/checking in|touching base|circle back/i);
      }
    }
  });

  test("what stood in the way last time is asked about", () => {
    const lastConversation = "25 Nov 2026, Dana Reis: likes it, but there is no budget before June (call)";
    expect(questionsFor({ lane: "agreed", lastConversation }).join(" ")).toContain("budget");
  });
});

describe("the voicemail", () => {
  test("says who, of what company, one thing of value and what to do", () => {
    const { voicemail } = buildBrief(sources);
    expect(voicemail.text).toBe(
      "Hello Rui, this is Dana Reis of Acme Rounds. Something about mill. Please call me back on +351 210 000 001, or answer my last email with a time that suits you.",
    );
    expect(voicemail.seconds).toBe(secondsToSay(voicemail.text));
  });

  test("digits are said one by one", () => {
    expect(spokenWords("call +351 210")).toBe(7);
  });

  test("a talking point too long to say makes room for what the company does", () => {
    const long = article("long", { talkingPoint: `It is ${"very ".repeat(80)}long.` });
    expect(buildBrief({ ...sources, library: [long] }).voicemail.text).toContain("saves plants an hour a shift");
  });

  test("is under 30 seconds and names the company, however long the names are", () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 80 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 5, maxLength: 5 }), ([firstName, name = "", phone, ...values]) => {
        const who = { firstName, rep: name, company: "Acme Rounds", phone, values };
        const { text, seconds } = voicemailFor(who);
        expect(seconds).toBeLessThan(30);
        expect(secondsToSay(text)).toBe(seconds);
        expect(text).toContain("Acme Rounds");
        expect(text).toMatch(/Please (?:call me back|answer)/);
      }),
    );
    const long = voicemailFor({ rep: "A", company: "Ltd ".repeat(200), values: [] });
    expect(long.seconds).toBeLessThan(30);
  });
});

test("the brief opens with the last conversation and asks for a next step, with the rep's booking page", () => {
  const brief = buildBrief({ ...sources, lane: "agreed", lastConversation: "25 Nov 2026, Dana Reis: wants a demo" });
  expect(brief.lastConversation).toBe("25 Nov 2026, Dana Reis: wants a demo");
  expect(brief.nextStepToAskFor).toMatch(/next fixed date/);
  expect(brief.meetingLink).toBe("https://meet.example/dana");
});

test("without a rep, a library or a name there is still a brief", () => {
  const bare = Prospect.parse({ ...prospect(), firstName: undefined, sector: undefined });
  const brief = buildBrief({ ...sources, prospect: bare, rep: undefined, library: [] });
  expect(brief.questions.length).toBeGreaterThanOrEqual(3);
  expect(brief.talkingPoint).toBeUndefined();
  expect(brief.voicemail.text).toMatch(/^Hello, this is the team of Acme Rounds\./);
});
