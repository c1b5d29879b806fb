import type { App } from "../app.ts";
import { defaultCadence } from "../cadence/cadence.ts";
import { getCadences, zonesChanged } from "../cadence/store.ts";
import { getCompany } from "../company.ts";
import { leaveOldGateway } from "../engagement/leave-gateway.ts";
import { AppError } from "../error.ts";
import { getReps } from "../rep/store.ts";
import { neverCall, stopCalls } from "./calling.ts";
import { newClaims } from "./claims.ts";
import type { FileWorld } from "./file-world.ts";
import { openGazetteer } from "./gazetteer.ts";
import type { DeclaredConsent } from "./mail-consent.ts";
import { lookUp } from "./look-up.ts";
import type { Known } from "./look-up.ts";
import { ownersOf } from "./owner.ts";
import { forgetMeasured } from "./forget-measured.ts";
import { openFile } from "./open-file.ts";
import type { ImportInput, Opened } from "./open-file.ts";
import { planRow } from "./plan.ts";
import type { Plan } from "./plan.ts";
import type { Write } from "../ports.ts";
import { recordConsent } from "./record-consent.ts";
import { writeBundles } from "../write-bundles.ts";
import { forgetWords } from "../segment/store.ts";
import { mailable } from "./prospect.ts";
import { standProspect } from "./store.ts";
import type { ProspectImportReport, RowReport } from "./report.ts";
import { countOutcomes, tally } from "./report.ts";

export type ImportOptions = {
  readonly dryRun: boolean;
  /** Why everybody in the file may be written to, unless their own row says otherwise. */
  readonly consent?: DeclaredConsent | undefined;
  /** Rows done, of all. */
  readonly onProgress?: (done: number, total: number) => void;
};

const ROWS_AT_ONCE = 200;

/**
 * Imports prospects from a spreadsheet export. Every row ends imported, updated, unchanged or refused with field and reason; the same file again
 * changes nothing; blanks never overwrite; who is opted out, bounced or suppressed is never mailed. With `dryRun` nothing is written.
 * AppError("invalid") when the file is no table, has no column for addresses, or there are no reps yet in whose name to write.
 */
export async function importProspects(
  app: App,
  input: ImportInput,
  options: ImportOptions,
): Promise<ProspectImportReport> {
  const opened = openFile(input);
  const { file, draftOf, unknownColumns } = opened;
  const world = { ...(await worldOf(app, input.source, opened)), declared: options.consent };
  const rows: RowReport[] = [];
  const sources: ZoneSources = [];
  const unknown: string[] = [];
  let noGround = 0;
  for (let start = 0; start < file.rows.length; start += ROWS_AT_ONCE) {
    const drafts = file.rows.slice(start, start + ROWS_AT_ONCE).map(draftOf);
    const known = await lookUp(app.table, drafts);
    const plans = drafts.map((draft) => planRow(draft, known, world));
    rows.push(...(options.dryRun ? plans.map(({ report }) => report) : await carryOut(app, plans, { known, world })));
    sources.push(...plans.flatMap(({ prospect }) => (prospect ? [prospect.timeZoneFrom] : [])));
    unknown.push(...drafts.flatMap(({ unknownSector }) => (unknownSector ? [unknownSector] : [])));
    noGround += plans.filter(({ prospect }) => prospect && mailable(prospect) && !prospect.mailConsent).length;
    options.onProgress?.(rows.length, file.rows.length);
  }
  if (!options.dryRun && rows.some(({ outcome }) => outcome === "imported" || outcome === "updated"))
    await orderSegments(app);
  return {
    source: input.source,
    noGround,
    dryRun: options.dryRun,
    rows,
    counts: countOutcomes(rows),
    unknownSectors: tally(unknown),
    unknownColumns,
    zoneSources: Object.fromEntries(tally(sources).map(({ word, rows: count }) => [word, count])),
  };
}

/** Who is new, or has other tags, may belong to another cadence. */
async function orderSegments(app: App): Promise<void> {
  await app.table.write(forgetWords());
  await app.reckonings.send([{ of: "segments" }]);
}

async function worldOf(app: App, source: string, opened: Opened): Promise<Omit<FileWorld, "declared">> {
  const [reps, company, cadences] = await Promise.all([
    getReps(app.table),
    getCompany(app.table),
    getCadences(app.table),
  ]);
  if (!reps.length) throw new AppError("invalid", `${source}: there are no reps yet; import reps first`);
  const cadenceOf = (id: string) => cadences.find((cadence) => cadence.id === id) ?? defaultCadence;
  return {
    source,
    now: app.now(),
    companyZone: company?.timeZone,
    gazetteer: await openGazetteer(),
    owners: ownersOf(reps),
    repOf: (id) => reps.find((rep) => rep.id === id),
    company: app.config.company,
    claims: newClaims(),
    outOf: opened.outOf,
    notToCall: opened.notToCall,
    deniesTracking: opened.deniesTracking,
    consentHow: opened.consentHow,
    hasAddress: opened.hasAddress,
    customersLeave: (cadenceId = defaultCadence.id) => cadenceOf(cadenceId).exits.includes("customer"),
    suppressed: new Map(),
    ended: new Set<string>(),
    uncalled: new Set<string>(),
  };
}

type ZoneSources = (keyof ProspectImportReport["zoneSources"])[];

/** What was known when the plans were made. */
type Basis = { readonly known: Known; readonly world: FileWorld };

async function carryOut(app: App, plans: readonly Plan[], basis: Basis): Promise<RowReport[]> {
  const bundles = plans.map((plan) => ({ of: plan, writes: plan.writes }));
  const all = [...bundles, ...endings(plans, basis.world), ...silences(plans, basis)];
  // First, so that an import that stops half way leaves no zone without schedules for longer than to the next sweep.
  if (all.length > 0) await app.table.write(zonesChanged(basis.world.now));
  const { lost } = await writeBundles(app.table, all);
  for (const plan of plans) {
    // Only a record id finds somebody under another address.
    const before = basis.known.byCrmId.get(plan.prospect?.crmId ?? "");
    if (!lost.has(plan)) await leaveOldGateway(app.table, before, plan.prospect);
    await denyMeasuring(app, plan, basis.world);
  }
  return plans.map((plan) =>
    lost.has(plan)
      ? {
          ...plan.report,
          outcome: "refused",
          field: "row",
          reason: "somebody else changed this prospect at the same moment; import again",
        }
      : plan.report,
  );
}

/**
 * A denial that the row itself could not bring, and the end of what was measured. For all who deny, not only who are new to it, so that importing again
 * finishes what a crash left half done.
 */
async function denyMeasuring(app: App, { denies, prospect }: Plan, { consentHow }: FileWorld): Promise<void> {
  for (const one of denies)
    if (prospect || one.tracking === "denied") await forgetMeasured(app, one.id);
    else await recordConsent(app, one.id, { tracking: "denied", how: consentHow });
}

/** Whom refused rows take out and no other row did; each once. */
function endings(plans: readonly Plan[], { ended, now }: FileWorld): { of: Plan; writes: Write[] }[] {
  return plans.flatMap((plan) => {
    const { out, people } = plan.takesOut ?? { out: "opted out", people: [] };
    const still = people.filter(({ id }) => !ended.has(id) && ended.add(id));
    return still.map((one) => ({
      of: plan,
      writes: standProspect(one, { state: "ended", reason: out }, Math.max(now, one.updatedAt + 1)),
    }));
  });
}

/** Whom refused rows say not to call and no other row did; each once. */
function silences(plans: readonly Plan[], { known, world }: Basis): { of: Plan; writes: Write[] }[] {
  return plans.flatMap((plan) =>
    (plan.uncalls ?? [])
      .filter(({ id }) => !world.uncalled.has(id) && world.uncalled.add(id))
      .map(({ id, updatedAt }) => ({
        of: plan,
        writes: [
          neverCall(id, Math.max(world.now, updatedAt + 1)),
          ...stopCalls(id, known.unaskedCalls.get(id), world),
        ],
      })),
  );
}
