import { awsApp } from "../../shared/aws/app.ts";
import { linkKeysOfEnvironment } from "../../shared/aws/environment/link-keys.ts";
import { mailerOfEnvironment } from "../../shared/aws/environment/mailer.ts";
import { noticesOfEnvironment, touchesOfEnvironment } from "../../shared/aws/environment/queues.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { send } from "../send.ts";
import { onQueue } from "./entry.ts";

const app = awsApp({
  table: tableOfEnvironment(),
  touches: touchesOfEnvironment(),
  notices: noticesOfEnvironment(),
  mailer: mailerOfEnvironment,
  linkKeys: linkKeysOfEnvironment(),
});

export const handler = onQueue(app, send);
