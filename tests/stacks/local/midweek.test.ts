import { writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { midweek, temporaryPlace } from "./folders.ts";
import type { Said } from "./folders.ts";

const { folder } = temporaryPlace();
writeFileSync(folder("notes"), "not a folder\n");
writeFileSync(folder("midweek.sqlite"), "not a database, though it is called one\n");

const mistakes: { readonly [mistake: string]: { words: string[]; says: RegExp } } = {
  "status of a folder without data": {
    words: ["status", "--data", folder("nothing")],
    says: /nothing has no Midweek data yet.*npm start.*--data/,
  },
  "no weeks at all": { words: ["plan", "--weeks", "0"], says: /--weeks is a whole number from 1 to 104, not "0"/ },
  "a seed that is no number": { words: ["play", "--seed", "lucky"], says: /--seed is a whole number.*"lucky"/ },
  "a command there is not": { words: ["plna"], says: /unknown command 'plna'.*plan/ },
  "an option there is not": { words: ["plan", "--week", "3"], says: /unknown option '--week'/ },
  "an import of nothing": { words: ["import", "prospects"], says: /missing required argument 'path'/ },
  "a file that is not there": {
    words: ["import", "prospects", folder("gone.csv"), "--data", folder("a")],
    says: /gone\.csv cannot be read/,
  },
  "a file where the data folder should be": {
    words: ["import", "reps", "stacks/local/sample/reps.csv", "--data", folder("notes")],
    says: /notes/,
  },
  "somebody else's database": { words: ["status", "--data", folder(".")], says: /midweek\.sqlite cannot be opened/ },
};

describe("what a person gets wrong is one clear line and exit code 1", () => {
  const answers = new Map<string, Said>();
  beforeAll(async () => {
    await Promise.all(
      Object.entries(mistakes).map(async ([mistake, { words }]) => answers.set(mistake, await midweek(...words))),
    );
  });

  test.each(Object.entries(mistakes))("%s", (mistake, { says }) => {
    const { code, out, err } = answers.get(mistake)!;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(says);
    expect(err).not.toMatch(/^\s+at .*:\d+:\d+/m);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });
});
