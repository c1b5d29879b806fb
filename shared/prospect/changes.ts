import type { Draft } from "./draft.ts";
import { addressChanges, reachesOthers } from "./merge.ts";
import type { Prospect } from "./prospect.ts";

/** What a row changed that the importing person should know of. */
export function changesWorthSaying(draft: Draft, previous: Prospect | undefined, next: Prospect): string[] {
  if (!previous)
    return [
      ...consentChanges(draft, previous, next),
      ...(next.standing.state === "ended" ? [`not to be mailed: ${next.standing.reason}`] : []),
    ];
  return [
    ...(addressChanges(previous, draft) ? [`email: was ${previous.email}`] : []),
    ...(previous.crmId && next.crmId !== previous.crmId ? [`record id: was ${previous.crmId}`] : []),
    ...(reachesOthers(previous, draft.fields.phone)
      ? [`phone: ${draft.fields.phone} was a wrong number when called, left out`]
      : []),
    ...consentChanges(draft, previous, next),
    ...(next.standing !== previous.standing
      ? [
          next.standing.state === "ended"
            ? `not to be mailed: ${next.standing.reason}`
            : "mailed again, at the new address",
        ]
      : []),
  ];
}

function consentChanges(draft: Draft, previous: Prospect | undefined, next: Prospect): string[] {
  if (next.tracking !== "denied") return [];
  if (draft.tracking !== "granted")
    return previous?.tracking === "granted" ? ["tracking consent: withdrawn, not measured any more"] : [];
  return previous?.tracking === "denied"
    ? ["tracking consent: stays denied, as the prospect said earlier"]
    : ["tracking consent: denied, as another row of theirs says"];
}
