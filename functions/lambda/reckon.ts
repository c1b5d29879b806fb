import { awsApp } from "../../shared/aws/app.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { reckon } from "../reckon.ts";
import { onQueue } from "./entry.ts";

export const handler = onQueue(awsApp({ table: tableOfEnvironment() }), reckon);
