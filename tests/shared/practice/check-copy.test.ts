import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCopy } from "../../../shared/practice/check-copy.ts";
import { PHRASES } from "../../../shared/practice/phrases.ts";

/** Of each phrase: what must be found, and what only looks like it. */
const EXAMPLES: { readonly [phrase: string]: { readonly found: readonly string[]; readonly fine: readonly string[] } } =
  {
    "just checking in": {
      found: ["Just checking in!", "I just wanted to check in", "Checking in on our proposal", "A quick check-in"],
      fine: ["Guests checking in at the hotel wait four minutes", "We check invoices in the morning"],
    },
    "touching base": {
      found: ["Touching base", "I'd like to touch base next week"],
      fine: ["Keep in touch. Base rates are low", "No touch, no problem: base plates come first;"],
    },
    "circling back": {
      found: ["Circling back on this", "Let me loop back to you"],
      fine: ["The van circles the block and is back by nine"],
    },
    "following up on my last email": {
      found: [
        "Following up on my last e-mail",
        "Following up to our previous call",
        "I'm following up",
        "A quick follow-up",
        "just wanted to follow up",
      ],
      fine: ["Following up on faults takes a day", "The follow-up is dated"],
    },
    "any update?": {
      found: ["Any update?", "Any updates on this", "Is there any news from your side"],
      fine: ["Any update of the plan reaches the drivers at once"],
    },
    "any thoughts on my last email?": {
      found: ["Any thoughts on my previous email?", "Any feedback on our offer", "Just a quick question"],
      fine: ["Any thoughts on shift handovers are welcome", "A quick question to begin a handover with"],
    },
    "did you get my email": {
      found: ["Did you get my email?", "I hope you saw my last message"],
      fine: ["Did you get your meter replaced?", "Answer my last email with a time that suits you"],
    },
    "have you had a chance to look": {
      found: ["Have you had a chance to look at it?", "when you get a moment to read"],
      fine: ["Every shift gets a chance to say what went wrong"],
    },
    "per my last email": {
      found: ["Per my last email,", "As mentioned in my previous message"],
      fine: ["As said in the report, costs per email fell"],
    },
    "bumping this up": {
      found: ["Bumping this up", "Back to the top of your inbox"],
      fine: ["A pallet bumping into this gate costs a day"],
    },
    "friendly reminder": {
      found: ["A friendly reminder", "a gentle nudge", "just a reminder"],
      fine: ["Reminder: our call is at 10:00"],
    },
    "just reaching out": {
      found: ["Just reaching out", "I wanted to reach out", "Reaching out to see if"],
      fine: ["The crane, reaching out over the dock, stood still"],
    },
    "I hope this finds you well": {
      found: ["I hope this email finds you well", "Hope you're doing well", "hope all is well"],
      fine: ["Water finds the well"],
    },
    "I haven't heard back": {
      found: ["I haven’t heard back", "As I have not heard from you"],
      fine: ["We haven't heard of a plant that does"],
    },
    "pinging you": {
      found: ["Pinging you again", "dropping you a quick note"],
      fine: ["The sensor pings the depot"],
    },
    "in case you missed it": {
      found: ["In case you missed it", "It may be lost in your inbox"],
      fine: ["In case you missed a delivery, call the depot"],
    },
    "are you still interested": {
      found: ["Are you still interested?", "tell me if you're still looking"],
      fine: ["Most plants are still looking for the fault at noon"],
    },
    "see where things stand": {
      found: ["I want to see where things stand", "wondering where you are with this"],
      fine: ["The board shows where each order is"],
    },
    "sorry to bother you": {
      found: ["Sorry to bother you", "I don't want to pester", "not to be a pest"],
      fine: ["Late orders bother everybody"],
    },
    "picking your brain": { found: ["Could I pick your brain?"], fine: ["Pick your route by ten"] },
  };

describe("the list of phrases", () => {
  test("has examples for each of them, and nothing twice", () => {
    expect(PHRASES.map(({ phrase }) => phrase).toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
  });

  test.each(Object.entries(EXAMPLES))("finds %s and what says the same", (phrase, { found, fine }) => {
    for (const text of [phrase, ...found])
      expect(
        checkCopy(text).map((one) => one.phrase),
        text,
      ).toEqual([phrase]);
    for (const text of fine) expect(checkCopy(text), text).toEqual([]);
  });

  test("tells why and what to say instead, which itself passes", () => {
    for (const { phrase, why, instead } of PHRASES) {
      expect(checkCopy(phrase)).toMatchObject([{ phrase, why, instead }]);
      expect(checkCopy(`${why} ${instead}`)).toEqual([]);
    }
  });
});

describe("however it is written", () => {
  test.each([
    "JUST CHECKING IN",
    "just\u00A0checking\u202Fin",
    "just checking\nin",
    "just\r\nchecking in",
    "just, checking in",
    "“Just checking in”",
    "**just** _checking in_",
    "just check\u00ADing in",
    "just\u200B checking in",
    "ｊｕｓｔ checking in",
    "just - checking-in...",
  ])("%j is found", (text) => expect(checkCopy(text)).toHaveLength(1));

  test.each(["I haven't heard back", "I havent heard back", "I haven’t heard back", "I havenʼt heard back"])(
    "with any apostrophe: %s",
    (text) => expect(checkCopy(text)).toHaveLength(1),
  );

  test("a phrase does not go over the end of a sentence or paragraph", () => {
    expect(checkCopy("We stay in touch. Base it on this.")).toEqual([]);
    expect(checkCopy("How we stay in touch\n\nBase rates")).toEqual([]);
  });

  test("it is told where, in the text as it was given", () => {
    const text = "Hello\u00A0Zoë 👋, I’m\u00A0just checking\r\n in again. Any\u00AD update?";
    const marked = checkCopy(text).map(({ at, length }) => text.slice(at, at + length));
    expect(marked).toEqual(["just checking\r\n in", "Any\u00AD update"]);
  });

  test("the place is right in any surroundings", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
        const text = `${before}. touching base. ${after}`;
        const found = checkCopy(text).find(({ phrase }) => phrase === "touching base");
        expect(text.slice(found?.at, (found?.at ?? 0) + (found?.length ?? 0))).toBe("touching base");
      }),
    );
  });
});
