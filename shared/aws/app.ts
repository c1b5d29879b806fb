import type { App } from "../app.ts";
import { getCompany } from "../company.ts";
import type { Company, LinkKey } from "../config.ts";
import { MINUTE } from "../durations.ts";
import type { Mailer, Outlet, Queue, Scheduler, Table } from "../ports.ts";
import { nobodyYet } from "../nobody-yet.ts";
import { alarmByMetric } from "./embedded-metric.ts";
import { setting } from "./environment/setting.ts";

/** What one function is given; it can use nothing else, as its role lets it do nothing else. */
export type Parts = {
  readonly table: Table;
  readonly touches?: App["touches"];
  readonly signals?: App["signals"];
  readonly notices?: App["notices"];
  readonly reckonings?: App["reckonings"];
  /** Made with the app, because it looks at the table before it sends. */
  readonly mailer?: (app: Omit<App, "mailer">) => Mailer;
  readonly scheduler?: Scheduler;
  readonly outlet?: Outlet;
  readonly linkKeys?: readonly LinkKey[];
};

/** An app on AWS. `ready` is to be awaited before each use: it reads what the company says of itself when that is a minute old. */
export type AwsApp = App & { readonly ready: () => Promise<void> };

export function awsApp(parts: Parts): AwsApp {
  const { table, linkKeys = [] } = parts;
  const publicUrl = setting("PUBLIC_URL");
  let company: Company = nobodyYet;
  let readAt = -Infinity;
  const app: Omit<AwsApp, "mailer"> = {
    table,
    touches: parts.touches ?? notGiven("put touches on their queue"),
    signals: parts.signals ?? notGiven("put signals on their queue"),
    notices: parts.notices ?? notGiven("put notices on their queue"),
    reckonings: parts.reckonings ?? notGiven("put reckonings on their queue"),
    outlet: parts.outlet ?? noOutlet,
    scheduler: parts.scheduler ?? noScheduler,
    now: Date.now,
    alarm: alarmByMetric(setting("MIDWEEK_STAGE")),
    get config() {
      return { company, publicUrl, linkKeys };
    },
    ready: async () => {
      const now = Date.now();
      if (now >= readAt && now - readAt < MINUTE) return;
      try {
        company = (await getCompany(table)) ?? nobodyYet;
        readAt = now;
      } catch (error) {
        // What it said a while ago will do.
        if (readAt === -Infinity) throw error;
      }
    },
  };
  // Not a copy: the configuration is read through a getter.
  return Object.assign(app, { mailer: parts.mailer?.(app) ?? noMailer });
}

const refuse = (what: string) => (): Promise<never> =>
  Promise.reject(new Error(`this function may not ${what}: see its rights in stacks/topology.ts`));

const notGiven = <Body>(what: string): Queue<Body> => ({ send: refuse(what) });
/** SES keeps no copies, so anybody may have them forgotten. */
const noMailer: Mailer = { sendBulk: refuse("send mail"), forget: async () => {} };
const noServers = refuse("reach out to other servers");
const noOutlet: Outlet = { get: noServers, post: noServers };
const noSchedules = refuse("keep schedules");
const noScheduler: Scheduler = { put: noSchedules, remove: noSchedules, list: noSchedules };
