import { awsApp } from "../../shared/aws/app.ts";
import { linkKeysOfEnvironment } from "../../shared/aws/environment/link-keys.ts";
import { noticesOfEnvironment, signalsOfEnvironment } from "../../shared/aws/environment/queues.ts";
import { schedulerOfEnvironment } from "../../shared/aws/environment/scheduler.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { programsApp } from "../api/programs.ts";
import { onHttp } from "./http.ts";

const app = awsApp({
  table: tableOfEnvironment(),
  signals: signalsOfEnvironment(),
  notices: noticesOfEnvironment(),
  scheduler: schedulerOfEnvironment(),
  linkKeys: linkKeysOfEnvironment(),
});

export const handler = onHttp(app, programsApp(app));
