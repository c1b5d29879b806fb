import { setTimeout } from "node:timers/promises";
import { awsApp } from "../../shared/aws/app.ts";
import { linkKeysOfEnvironment } from "../../shared/aws/environment/link-keys.ts";
import { mailerOfEnvironment } from "../../shared/aws/environment/mailer.ts";
import { oidcOfEnvironment } from "../../shared/aws/environment/oidc.ts";
import { outletOfEnvironment } from "../../shared/aws/environment/outlet.ts";
import {
  noticesOfEnvironment,
  reckoningsOfEnvironment,
  signalsOfEnvironment,
  touchesOfEnvironment,
} from "../../shared/aws/environment/queues.ts";
import { schedulerOfEnvironment } from "../../shared/aws/environment/scheduler.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { consoleApp } from "../console/app.tsx";
import { onHttp } from "./http.ts";

const app = awsApp({
  table: tableOfEnvironment(),
  touches: touchesOfEnvironment(),
  signals: signalsOfEnvironment(),
  notices: noticesOfEnvironment(),
  reckonings: reckoningsOfEnvironment(),
  mailer: mailerOfEnvironment,
  scheduler: schedulerOfEnvironment(),
  outlet: outletOfEnvironment(),
  linkKeys: linkKeysOfEnvironment(),
});

/** Longer than SES takes as a rule, so that the answer comes after as long for who is known as for who is not. */
const SIGN_IN_TAKES_MS = 2000;

const deliver = async (work: () => Promise<void>): Promise<void> =>
  void (await Promise.all([work(), setTimeout(SIGN_IN_TAKES_MS)]));

export const handler = onHttp(app, consoleApp(app, { deliver, oidc: oidcOfEnvironment() }));
