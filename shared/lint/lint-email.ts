import { contrastFlaws } from "./contrast.ts";
import { droppedFlaws } from "./dropped.ts";
import type { Found } from "./finding.ts";
import { holeFlaws } from "./holes.ts";
import { linkFlaws } from "./links.ts";
import { pictureFlaws } from "./pictures.ts";
import { type LintEmail, readEmail } from "./read-email.ts";
import { partFlaws } from "./same.ts";
import { wordFlaws } from "./words.ts";

/** Everything that an email as it goes out is held against. */
const CHECKS = [wordFlaws, holeFlaws, partFlaws, pictureFlaws, linkFlaws, contrastFlaws, droppedFlaws] as const;

/** All that is wrong with an email, rule by rule. */
export function lintEmail(email: LintEmail): Found[] {
  const read = readEmail(email);
  return CHECKS.flatMap((check) => check(read));
}

/** Only what may differ from reader to reader: for the same email with something about them missing. */
export const lintHoles = (email: LintEmail): Found[] => holeFlaws(readEmail(email));
