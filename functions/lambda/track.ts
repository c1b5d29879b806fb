import { awsApp } from "../../shared/aws/app.ts";
import { linkKeysOfEnvironment } from "../../shared/aws/environment/link-keys.ts";
import { signalsOfEnvironment } from "../../shared/aws/environment/queues.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { hitsApp } from "../track/hits.ts";
import { onHttp } from "./http.ts";

const app = awsApp({
  table: tableOfEnvironment(),
  signals: signalsOfEnvironment(),
  linkKeys: linkKeysOfEnvironment(),
});

export const handler = onHttp(app, hitsApp(app));
