import { consoleApp } from "../../../functions/console/app.tsx";
import type { ImportLines, LocalWorld } from "../../../functions/console/local-world.ts";
import type { Call } from "../../../shared/call/call.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { getCall } from "../../../shared/call/store.ts";
import { saveCompany } from "../../../shared/company.ts";
import { memberIdOf } from "../../../shared/member/member.ts";
import { newSession } from "../../../shared/member/session.ts";
import { listOutbox, readEmail } from "../../../shared/local/outbox.ts";
import { testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const SITE = "http://localhost:4600";

type Reply = { readonly status: number; readonly text: string; readonly headers: Headers };

/** Somebody at the console: pages to open and forms to send, as a browser of this site would. */
export type Desk = {
  readonly world: TestWorld;
  /** What was imported, in order: kind, file names or address, and whether it was only a check. */
  readonly imports: string[];
  open(path: string, headers?: Record<string, string>): Promise<Reply>;
  send(path: string, fields: Record<string, string> | FormData, headers?: Record<string, string>): Promise<Reply>;
  /** The same console before somebody else: a member, by their address, or "stranger", who is not signed in. Without it, it is the machine's owner. */
  as(who: string): Promise<Pick<Desk, "open" | "send">>;
  /** What it is made of, for walking all there is. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
};

type Parts = NonNullable<Parameters<typeof testWorld>[0]> & {
  readonly onMachine?: boolean;
  readonly companySaved?: boolean;
  readonly moves?: boolean;
  /** A sample company, as long as it is there. */
  readonly sample?: Sample;
};

export async function deskOf({
  onMachine = true,
  companySaved = true,
  moves = true,
  sample = { here: false },
  ...parts
}: Parts = {}): Promise<Desk> {
  const world = await testWorld(parts);
  if (companySaved) await saveCompany(world.app, world.app.config.company);
  const imports: string[] = [];
  const pages = consoleApp(world.app, {
    local: onMachine ? machineOf(world, imports, { moves, sample }) : undefined,
    owner: true,
  });
  const withCookie = (cookie: Record<string, string>): Pick<Desk, "open" | "send"> => {
    const ask = async (
      path: string,
      request: Omit<RequestInit, "headers"> & { headers: Record<string, string> },
    ): Promise<Reply> => {
      const response = await pages.request(`${SITE}${path}`, {
        ...request,
        headers: { ...cookie, ...request.headers },
      });
      return { status: response.status, text: await response.text(), headers: response.headers };
    };
    return {
      open: (path, headers = {}) => ask(path, { headers }),
      send: (path, fields, headers = { Origin: SITE, "Sec-Fetch-Site": "same-origin" }) =>
        ask(path, {
          method: "POST",
          headers,
          body: fields instanceof FormData ? fields : new URLSearchParams(fields),
        }),
    };
  };
  return {
    world,
    imports,
    routes: pages.routes,
    ...withCookie({}),
    as: async (who) => withCookie({ Cookie: await cookieOf(world, who) }),
  };
}

/** What the browser of somebody who signed in keeps; a stranger's says that they are not the owner of the machine. */
async function cookieOf({ app }: TestWorld, who: string): Promise<string> {
  if (who === "stranger") return "midweek-owner-out=1";
  const session = await newSession(memberIdOf(who), { keys: app.config.linkKeys, now: app.now() });
  return `midweek=${session}; midweek-owner-out=1`;
}

type Sample = { here: boolean; readonly repStays?: boolean };
type Machine = { readonly moves: boolean; readonly sample: Sample };

function machineOf(world: TestWorld, imports: string[], { moves, sample }: Machine): LocalWorld {
  const took = (line: string, dryRun: boolean): ImportLines => {
    imports.push(`${line}${dryRun ? ", check" : ""}`);
    return {
      counts: { imported: 2, refused: 1 },
      lines: [{ place: "3", outcome: "refused", field: "email", reason: "not an address: rui@" }],
    };
  };
  return {
    emails: { list: (page) => listOutbox(world.store, page), read: (id) => readEmail(world.store, id) },
    time: {
      now: world.app.now,
      moves: async () => (moves ? [{ id: "day", label: "a day on", to: world.app.now() + 24 * 60 * 60_000 }] : []),
      move: (to) => world.pass(to),
    },
    sample: {
      there: async () => sample.here,
      remove: async () => {
        sample.here = false;
        return { repStays: sample.repStays ?? false };
      },
    },
    settingsChanged: async () => undefined,
    importFiles: {
      posts: async (files, dryRun) => took(`posts ${files.map(({ path }) => path).join(" ")}`, dryRun),
      prospects: async (file, dryRun) => took(`prospects ${file.path}`, dryRun),
      reps: async (file, dryRun) => took(`reps ${file.path}`, dryRun),
      feed: async (source, dryRun) => took(`feed ${typeof source === "string" ? source : source.path}`, dryRun),
    },
  };
}

/** A call on the worklist for a prospect who is in the world already. */
export async function mustCall(world: TestWorld, prospectId: string, why = "Asked for a quote"): Promise<Call> {
  const { number } = await openCallByHand(world.app, prospectId, why);
  const call = await getCall(world.app.table, prospectId, number);
  if (!call) throw new Error(`no call ${number}`);
  return call;
}
