import type { NextCallProps } from "../../emails/_components/next-call.tsx";
import type { Call } from "../call/call.ts";
import { momentInWords } from "../engagement/words.ts";
import { mustNotBeCalled } from "../prospect/prospect.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import { line } from "../touch/line.ts";

type Facts = {
  readonly call: Pick<Call, "dueAt" | "step">;
  readonly prospect: Prospect;
  readonly rep: Rep;
};

const KINDS: { readonly [kind: string]: string } = { meeting: "Meeting", demo: "Demo" };

/** "Meeting", "Demo" or "Call". */
export const kindOf = ({ step }: Pick<Call, "step">): string => KINDS[step?.kind ?? ""] ?? "Call";

/** When, with whom and how, with the prospect's own zone named. */
export function factsOf({ call, prospect, rep }: Facts): Omit<NextCallProps, "also"> {
  const kind = kindOf(call);
  const link = kind === "Call" || !/^https?:\/\/\S+$/i.test(rep.callingLink ?? "") ? undefined : rep.callingLink;
  return {
    what: `${kind} with ${line(rep.name, 80)}, 30 minutes`,
    when: momentInWords(prospect.timeZone, call.dueAt),
    how: link === undefined ? byPhone(prospect, rep) : "To join, or to move it:",
    link,
  };
}

function byPhone(prospect: Prospect, rep: Rep): string {
  const theirs = mustNotBeCalled(prospect) ? "" : line(prospect.phone, 40);
  const ours = line(rep.phone, 40);
  const reach = ours ? ` You reach me at ${ours}.` : "";
  return theirs ? `I call you at ${theirs}.${reach}` : `I call you.${reach}`;
}
