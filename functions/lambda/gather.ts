import { awsApp } from "../../shared/aws/app.ts";
import { outletOfEnvironment } from "../../shared/aws/environment/outlet.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { gather } from "../gather.ts";
import { onSchedule } from "./entry.ts";

export const handler = onSchedule(awsApp({ table: tableOfEnvironment(), outlet: outletOfEnvironment() }), gather);
