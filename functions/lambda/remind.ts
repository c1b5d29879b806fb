import { awsApp } from "../../shared/aws/app.ts";
import { linkKeysOfEnvironment } from "../../shared/aws/environment/link-keys.ts";
import { mailerOfEnvironment } from "../../shared/aws/environment/mailer.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { remind } from "../remind.ts";
import { onSchedule } from "./entry.ts";

const app = awsApp({ table: tableOfEnvironment(), mailer: mailerOfEnvironment, linkKeys: linkKeysOfEnvironment() });

export const handler = onSchedule(app, remind);
