import { awsApp } from "../../shared/aws/app.ts";
import { linkKeysOfEnvironment } from "../../shared/aws/environment/link-keys.ts";
import { noticesOfEnvironment } from "../../shared/aws/environment/queues.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { choicesApp } from "../track/choices.ts";
import { onHttp } from "./http.ts";

const app = awsApp({
  table: tableOfEnvironment(),
  notices: noticesOfEnvironment(),
  linkKeys: linkKeysOfEnvironment(),
});

export const handler = onHttp(app, choicesApp(app));
