import type { App } from "../app.ts";
import type { Call } from "../call/call.ts";
import { prospectKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { changeProspect } from "../prospect/store.ts";
import type { After } from "./fold.ts";
import type { Known } from "./known.ts";
import { isPerson } from "./weights.ts";

/**
 * A person answered: silence is over. That they replied ends nothing; the call task that opens holds the emails while it is open. In any case the prospect
 * must still be as it was read, so that nothing is written about somebody who is being erased or has just opted out.
 */
export function prospectWrites(app: App, { prospect, call }: Known, after: After): Write[] {
  const guard = { match: { updatedAt: prospect.updatedAt } };
  const rhythm = saidNotNow(prospect, call) ? prospect.rhythm : "normal";
  const human = after.judged.some((signal) => isPerson(signal.human));
  if (human && (prospect.unanswered !== 0 || prospect.rhythm !== rhythm))
    return [{ ...changeProspect(prospect.id, { unanswered: 0, rhythm }, app.now()), guard }];
  return [{ kind: "check", key: prospectKey(prospect.id), guard }];
}

/** Who said "not now, but in March" reads on in the long rhythm until then. */
const saidNotNow = ({ rhythm }: Prospect, call: Call | undefined): boolean =>
  rhythm !== "normal" && call?.attempts.at(-1)?.disposition === "not now";
