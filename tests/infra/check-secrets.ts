import { LINK_KEYS } from "./capture.ts";
import { lambdas, type Plan } from "./plan.ts";

const TOLD = new Set([
  "MIDWEEK_STAGE",
  "PUBLIC_URL",
  "TABLE_NAME",
  "TOUCHES_URL",
  "SIGNALS_URL",
  "NOTICES_URL",
  "RECKONINGS_URL",
  "GATHER_ARN",
  "CONFIGURATION_SET",
  "SCHEDULE_GROUP",
  "SCHEDULER_ROLE_ARN",
  "FIRINGS_ARN",
  "DISPATCH_ARN",
  "SWEEP_ARN",
  "REMIND_ARN",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
]);
/** SST's own: the name of the app, and what opens the encrypted file in the function's code, worth nothing without that file. */
const OF_SST = new Set(["SST_RESOURCE_App", "SST_KEY", "SST_KEY_FILE"]);

/** No secret stands anywhere in the plan for all to read, and no environment holds what has not been looked at. */
export function secretFaults(plan: Plan): string[] {
  return [
    ...(JSON.stringify(plan).includes(LINK_KEYS) ? ["the secret of links can be read in the plan"] : []),
    ...lambdas(plan).flatMap(({ name, environment }) =>
      Object.keys(environment.variables)
        .filter((variable) => !TOLD.has(variable) && !OF_SST.has(variable))
        .map((variable) => `${name} is told ${variable}, which nobody has looked at`),
    ),
  ];
}
