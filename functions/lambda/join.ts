import { awsApp } from "../../shared/aws/app.ts";
import { mailerOfEnvironment } from "../../shared/aws/environment/mailer.ts";
import { tableOfEnvironment } from "../../shared/aws/environment/table.ts";
import { joinApp } from "../join/app.tsx";
import { onHttp } from "./http.ts";

const app = awsApp({ table: tableOfEnvironment(), mailer: mailerOfEnvironment });

export const handler = onHttp(app, joinApp(app));
