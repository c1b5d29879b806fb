import { handle } from "hono/aws-lambda";
import { awsApp } from "../../shared/aws/app.ts";
import { linkKeysOfEnvironment } from "../../shared/aws/environment/link-keys.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { choicesApp } from "../track/choices.ts";
import { readied } from "./readied.ts";

const app = awsApp({ table: tableOfEnvironment(), linkKeys: linkKeysOfEnvironment() });

export const handler = handle(readied(app, choicesApp(app)));
