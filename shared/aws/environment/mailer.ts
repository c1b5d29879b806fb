import { SESv2Client } from "@aws-sdk/client-sesv2";
import type { App } from "../../app.ts";
import type { Mailer } from "../../ports.ts";
import { pauseAsToldBy } from "../../sending/pause.ts";
import { pacedMailer } from "../../sending/paced-mailer.ts";
import { waitOn } from "../../sending/wait.ts";
import { sesLimits } from "../ses-limits.ts";
import { sesClient, sesMailer } from "../ses-mailer.ts";
import { setting } from "./setting.ts";

/** A wait for a place, this answer and what is written afterwards fit in the time the function has. */
const ANSWER_WITHIN_MS = 20_000;

const SOON = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true };

/** SES, by the configuration set this function was given, as fast and as much as the account may. */
export function mailerOfEnvironment(app: Omit<App, "mailer">): Mailer {
  const asking = new SESv2Client({ retryMode: "standard", maxAttempts: 3, requestHandler: SOON });
  const ses = sesMailer(sesClient({}, ANSWER_WITHIN_MS), {
    configurationSet: setting("CONFIGURATION_SET"),
    onStopped: pauseAsToldBy(app),
  });
  return pacedMailer(ses, { app, limits: () => sesLimits(asking), wait: waitOn(app.now) });
}
