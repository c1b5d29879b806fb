import type { App } from "../app.ts";
import { zonesChanged } from "../cadence/store.ts";
import { leaveOldGateway } from "../engagement/leave-gateway.ts";
import { AppError } from "../error.ts";
import { addressHash } from "../id.ts";
import { suppressionKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import type { Rep } from "../rep/rep.ts";
import { getReps } from "../rep/store.ts";
import { getSuppressions } from "../suppression/store.ts";
import { alterProspect } from "./alter.ts";
import { stopCalls } from "./calling.ts";
import { markOf, readForm } from "./edit-fields.ts";
import type { ProspectForm } from "./edit-fields.ts";
import { editInWords } from "./edit-words.ts";
import { openCallsWith } from "./look-up.ts";
import { movedConsent } from "./mail-consent.ts";
import { standingAfter } from "./merge.ts";
import { moveCall } from "./move-call.ts";
import { putNote } from "./note.ts";
import { Prospect, mailable, mustNotBeCalled } from "./prospect.ts";
import { findByAddress, putProspect } from "./store.ts";

/** A form that was filled in. */
export type ProspectEdit = {
  readonly form: ProspectForm;
  /** `markOf` the prospect as the form showed them. */
  readonly mark: string;
  /** Another owner; left out = as before. */
  readonly repId?: string | undefined;
  /** Who asked that they be called, or not, and why; only asked for when that changes. */
  readonly why: string;
  /** The number reached somebody else before, and is right now all the same. */
  readonly phoneIsRight: boolean;
  /** Name of who edits, for the history. */
  readonly by: string;
};

type Answer = "changed" | "unchanged" | "changed-meanwhile" | "unknown-prospect";
type Alteration = { readonly answer: Answer; readonly before: Prospect; readonly after: Prospect };

/**
 * Changes what is known of a prospect, all of it or nothing, with a note on the timeline of what it was. An address on the do-not-mail list ends the
 * emails, and a new one after a bounce begins them again, as with an import.
 * @throws AppError("invalid") that begins with the field, or with phoneIsRight, why or repId
 */
export async function editProspect(app: App, prospectId: string, edit: ProspectEdit): Promise<Answer> {
  const reps = await getReps(app.table);
  const done = await alterProspect<Alteration>(app, prospectId, async (prospect, at) => {
    const as = (answer: Answer, after = prospect, writes: readonly Write[] = []) => ({
      writes,
      answer: { answer, before: prospect, after },
    });
    // Being erased: what is written now would be left behind.
    if (prospect.standing.state === "ended" && prospect.standing.reason === "erased") return as("unknown-prospect");
    if (markOf(prospect) !== edit.mark) return as("changed-meanwhile");
    const next = await edited(app, prospect, edit, { reps, at });
    const said = editInWords(prospect, next, reps);
    if (said.length === 0) return as("unchanged");
    const note = putNote({ prospectId, at, text: `Changed by ${edit.by}: ${said.join("; ")}` });
    return as("changed", next, [...(await writesOf(app, { prospect, next, edit, reps, at })), note]);
  });
  if (done === "unknown-prospect") return done;
  await leaveOldGateway(app.table, done.before, done.after);
  return done.answer;
}

type When = { readonly reps: readonly Rep[]; readonly at: number };

async function edited(app: App, prospect: Prospect, edit: ProspectEdit, { reps, at }: When): Promise<Prospect> {
  const read = readForm(edit.form, prospect);
  const repId = edit.repId ?? prospect.repId;
  if (repId !== prospect.repId && !reps.some(({ id }) => id === repId))
    throw new AppError("invalid", "repId: choose a rep of the list");
  const wrong = prospect.wrongPhones ?? [];
  const wasWrong = read.phone !== undefined && read.phone !== prospect.phone && wrong.includes(read.phone);
  if (wasWrong && !edit.phoneIsRight)
    throw new AppError(
      "invalid",
      "phoneIsRight: this number reached somebody else when it was called; tick this if it is right now",
    );
  return Prospect.parse({
    ...prospect,
    ...read,
    repId,
    ...(read.email !== prospect.email && { mailConsent: movedConsent(prospect.mailConsent) }),
    wrongPhones: wasWrong ? wrong.filter((number) => number !== read.phone) : wrong,
    standing: await standing(app, prospect, read.email ?? prospect.email),
    updatedAt: at,
  });
}

async function standing(app: App, prospect: Prospect, email: string): Promise<Prospect["standing"]> {
  if (email === prospect.email) return prospect.standing;
  const owner = await findByAddress(app.table, email);
  if (owner !== undefined && owner !== prospect.id)
    throw new AppError("invalid", "email: another prospect has this address");
  const hash = addressHash(email);
  const suppressed = (await getSuppressions(app.table, [hash])).get(hash);
  return standingAfter(prospect, { email, customer: false }, { out: undefined, suppressed, customersLeave: false });
}

type Step = When & { readonly prospect: Prospect; readonly next: Prospect; readonly edit: ProspectEdit };

async function writesOf(app: App, { prospect, next, edit, reps, at }: Step): Promise<Write[]> {
  const { touchCount, updatedAt } = prospect;
  const writes = putProspect(next, prospect, { match: { touchCount, updatedAt } });
  const newAddress = next.email !== prospect.email;
  // Whoever opts out at this moment, by the new address, wins.
  if (newAddress && mailable(next))
    writes.push({ kind: "check", key: suppressionKey(addressHash(next.email)), guard: "absent" });
  if (mailable(next) && (next.timeZone !== prospect.timeZone || !mailable(prospect))) writes.push(zonesChanged(at));
  const open = (await openCallsWith(app.table, [next.id])).get(next.id);
  const calling = callingWrites(prospect, next, { edit, open, at });
  const stopped = mustNotBeCalled(next) && !mustNotBeCalled(prospect) && open?.call.lane !== "hot";
  const { company } = app.config;
  const movers = { source: edit.by, now: at, repOf: (id: string) => reps.find((rep) => rep.id === id), company };
  return [...writes, ...calling, ...(stopped ? [] : moveCall(next, prospect, open?.call, movers))];
}

type Calling = {
  readonly edit: ProspectEdit;
  readonly open: Parameters<typeof stopCalls>[1];
  readonly at: number;
};

/** "Do not call" set or lifted, by whose word. Being asked for a call stays a call. */
function callingWrites(prospect: Prospect, next: Prospect, { edit, open, at }: Calling): Write[] {
  const [before, after] = [mustNotBeCalled(prospect), mustNotBeCalled(next)];
  if (before === after) return [];
  const why = edit.why.trim();
  if (!why || why.length > LONGEST_WHY)
    throw new AppError("invalid", `why: say in at most ${LONGEST_WHY} characters who asked for that, and why`);
  if (!after) return [putNote({ prospectId: next.id, at, text: `May be called again, says ${edit.by}: ${why}` })];
  return stopCalls(next.id, open?.call.lane === "hot" ? undefined : open, { now: at, source: `${edit.by}: ${why}` });
}

const LONGEST_WHY = 300;
