import { awsApp } from "../../shared/aws/app.ts";
import { touchesOfEnvironment } from "../../shared/aws/environment/queues.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { dispatch } from "../dispatch.ts";
import { onSchedule } from "./entry.ts";

const app = awsApp({ table: tableOfEnvironment(), touches: touchesOfEnvironment() });

export const handler = onSchedule(app, dispatch);
