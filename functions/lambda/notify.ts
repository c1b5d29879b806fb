import { awsApp } from "../../shared/aws/app.ts";
import { mailerOfEnvironment } from "../../shared/aws/environment/mailer.ts";
import { outletOfEnvironment } from "../../shared/aws/environment/outlet.ts";
import { noticesOfEnvironment } from "../../shared/aws/environment/queues.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { notify } from "../notify.ts";
import { onQueue } from "./entry.ts";

const app = awsApp({
  table: tableOfEnvironment(),
  notices: noticesOfEnvironment(),
  mailer: mailerOfEnvironment,
  outlet: outletOfEnvironment(),
});

export const handler = onQueue(app, notify);
