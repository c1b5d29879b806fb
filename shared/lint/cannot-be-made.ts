import { type Found, flaw } from "./finding.ts";
import { oneSpace } from "./say.ts";

/** Compilers say a lot. */
const MOST = 300;

/** Why no email came of a file, in a line, without what lies outside of the folder emails. */
export function whyNotMade(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const near = oneSpace(said)
    .replace(/^Transform failed with \d+ errors?: /, "")
    .replaceAll("ERROR: ", "")
    .replaceAll(/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/]\S*[\\/](?=emails[\\/])/g, "");
  return near === "" ? "no reason was given" : near.slice(0, MOST).replace(/[.:\s]+$/, "");
}

/** A template that fails is a finding like any other, so that all else is still looked at. @param file "emails/digest.tsx" */
export const cannotBeMade = (file: string, error: unknown): Found[] =>
  flaw("cannot-be-made", `No email can be made of ${file}: ${whyNotMade(error)}.`, file);
