import { awsApp } from "../../shared/aws/app.ts";
import { noticesOfEnvironment, reckoningsOfEnvironment } from "../../shared/aws/environment/queues.ts";
import { schedulerOfEnvironment } from "../../shared/aws/environment/scheduler.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { sweep } from "../sweep.ts";
import { onSchedule } from "./entry.ts";

const app = awsApp({
  table: tableOfEnvironment(),
  notices: noticesOfEnvironment(),
  reckonings: reckoningsOfEnvironment(),
  scheduler: schedulerOfEnvironment(),
});

export const handler = onSchedule(app, sweep);
