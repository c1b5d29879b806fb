import { awsApp } from "../../shared/aws/app.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { engage } from "../engage.ts";
import { onQueue } from "./entry.ts";

const app = awsApp({ table: tableOfEnvironment() });

export const handler = onQueue(app, engage);
