import { type AwsApp, awsApp } from "./app.ts";
import { linkKeysOfEnvironment } from "./environment/link-keys.ts";
import { mailerOfEnvironment } from "./environment/mailer.ts";
import { outletOfEnvironment } from "./environment/outlet.ts";
import {
  noticesOfEnvironment,
  reckoningsOfEnvironment,
  signalsOfEnvironment,
  touchesOfEnvironment,
} from "./environment/queues.ts";
import { schedulerOfEnvironment } from "./environment/scheduler.ts";
import { tableOfEnvironment } from "./environment/table.ts";

/** An app with every port, for people who run Midweek from their own machine; no function gets this much. */
export const everything = (): AwsApp =>
  awsApp({
    table: tableOfEnvironment(),
    touches: touchesOfEnvironment(),
    signals: signalsOfEnvironment(),
    notices: noticesOfEnvironment(),
    reckonings: reckoningsOfEnvironment(),
    outlet: outletOfEnvironment(),
    mailer: mailerOfEnvironment,
    scheduler: schedulerOfEnvironment(),
    linkKeys: linkKeysOfEnvironment(),
  });
