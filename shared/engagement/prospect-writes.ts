import type { App } from "../app.ts";
import type { Call } from "../call/call.ts";
import { getCadence } from "../cadence/store.ts";
import { prospectKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { changeProspect, standProspect } from "../prospect/store.ts";
import type { After } from "./fold.ts";
import type { Known } from "./known.ts";
import { isPerson } from "./weights.ts";

/**
 * A person answered: silence is over, and a reply takes the prospect out of the cadence if that is one of its exits. In any case the
 * prospect must still be as it was read, so that nothing is written about somebody who is being erased or has just opted out.
 */
export async function prospectWrites(app: App, { prospect, call }: Known, after: After): Promise<Write[]> {
  const unchanged = { match: { updatedAt: prospect.updatedAt } };
  const guarded = (write: Write, set: { readonly [field: string]: string | number }): Write =>
    write.kind === "update" && write.key.sk === prospectKey(prospect.id).sk
      ? { ...write, set: { ...write.set, ...set }, guard: unchanged }
      : write;
  const rhythm = saidNotNow(prospect, call) ? prospect.rhythm : "normal";
  const awake = { unanswered: 0, rhythm };
  const replied = after.judged.some(({ kind, human }) => kind === "reply" && isPerson(human));
  const leaves =
    replied &&
    prospect.standing.state !== "ended" &&
    (await getCadence(app.table, prospect.cadenceId))?.exits.includes("replied");
  if (leaves)
    return standProspect(prospect, { state: "ended", reason: "replied" }, app.now()).map((write) =>
      guarded(write, awake),
    );
  const human = after.judged.some((signal) => isPerson(signal.human));
  if (human && (prospect.unanswered !== 0 || prospect.rhythm !== rhythm))
    return [guarded(changeProspect(prospect.id, awake, app.now()), {})];
  return [{ kind: "check", key: prospectKey(prospect.id), guard: unchanged }];
}

/** Who said "not now, but in March" reads on in the long rhythm until then. */
const saidNotNow = ({ rhythm }: Prospect, call: Call | undefined): boolean =>
  rhythm !== "normal" && call?.attempts.at(-1)?.disposition === "not now";
