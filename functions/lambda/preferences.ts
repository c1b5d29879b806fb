import { awsApp } from "../../shared/aws/app.ts";
import { linkKeysOfEnvironment } from "../../shared/aws/environment/link-keys.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { choicesApp } from "../track/choices.ts";
import { onHttp } from "./http.ts";

const app = awsApp({ table: tableOfEnvironment(), linkKeys: linkKeysOfEnvironment() });

export const handler = onHttp(app, choicesApp(app));
