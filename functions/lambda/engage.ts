import { awsApp } from "../../shared/aws/app.ts";
import { noticesOfEnvironment } from "../../shared/aws/environment/queues.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { engage } from "../engage.ts";
import { onQueue } from "./entry.ts";

const app = awsApp({ table: tableOfEnvironment(), notices: noticesOfEnvironment() });

export const handler = onQueue(app, engage);
