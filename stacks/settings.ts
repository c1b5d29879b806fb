import * as z from "zod";
import { AppError } from "../shared/error.ts";

const HOST = /^(?=.{1,253}$)([a-z0-9](-?[a-z0-9])*\.)+[a-z]{2,}$/;
const Domain = z.string().toLowerCase().regex(HOST, "must be a name like mail.example.com");

const Environment = z.object({
  MIDWEEK_SENDER: z.union([z.email(), Domain], {
    error: ({ input }) =>
      input === undefined
        ? "is not set: put it into .env.<stage>"
        : "must be the domain verified in SES that emails come from, like example.com, or one verified address",
  }),
  MIDWEEK_DOMAIN: Domain.optional(),
  MIDWEEK_CERTIFICATE: z
    .string()
    .regex(/^arn:aws[\w-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/, "must be the ARN of a certificate in ACM")
    .optional(),
  MIDWEEK_ALARM_EMAIL: z.email("must be an email address").optional(),
  MIDWEEK_OIDC_ISSUER: z
    .url({ protocol: /^https$/, error: "must be an address like https://accounts.example.com" })
    .optional(),
  MIDWEEK_OIDC_CLIENT_ID: z.string().optional(),
});

const SETTINGS = Object.keys(Environment.shape);
/** The others are for one machine. */
const KNOWN = new Set([...SETTINGS, "MIDWEEK_DATA", "MIDWEEK_URL"]);

/** How a stage is deployed: what the environment says, or `.env` and `.env.<stage>`, which SST reads into it. */
export type DeploySettings = {
  readonly stage: string;
  /** The stage whose table, queues and schedules outlive everything, and which cannot be removed by a slip. */
  readonly prod: boolean;
  /** MIDWEEK_SENDER: a domain or one address; the functions may send as nobody else. */
  readonly sender: string;
  /** MIDWEEK_DOMAIN: where the links of emails lead; without it, API Gateway's own address. */
  readonly domain: string | undefined;
  /** MIDWEEK_CERTIFICATE: ARN of the domain's certificate, where its DNS is not in Route 53 of the same account. */
  readonly certificate: string | undefined;
  /** MIDWEEK_ALARM_EMAIL: told of alarms, once it has confirmed. */
  readonly alarmEmail: string | undefined;
  /** MIDWEEK_OIDC_ISSUER and MIDWEEK_OIDC_CLIENT_ID: the company's own OpenID Connect provider. Its secret is set apart. */
  readonly oidc: { readonly issuer: string; readonly clientId: string } | undefined;
};

/** Throws AppError("invalid") that names each setting which is missing or wrong. */
export function readDeploySettings(
  stage: string,
  env: { readonly [name: string]: string | undefined },
): DeploySettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const { success, data, error } = Environment.safeParse(given);
  if (!success) throw new AppError("invalid", error.issues.map(complaint).join("; "));
  const unknown = Object.keys(given).filter((name) => name.startsWith("MIDWEEK_") && !KNOWN.has(name));
  if (unknown.length > 0)
    throw new AppError(
      "invalid",
      `${unknown.join(", ")}: there is no such setting; there are ${[...SETTINGS].join(", ")}`,
    );
  if (data.MIDWEEK_CERTIFICATE && !data.MIDWEEK_DOMAIN)
    throw new AppError("invalid", "MIDWEEK_CERTIFICATE is for MIDWEEK_DOMAIN, which is not set");
  return {
    stage,
    prod: isProd(stage),
    sender: data.MIDWEEK_SENDER,
    domain: data.MIDWEEK_DOMAIN,
    certificate: data.MIDWEEK_CERTIFICATE,
    alarmEmail: data.MIDWEEK_ALARM_EMAIL,
    oidc: oidcOf(data),
  };
}

function oidcOf(data: z.infer<typeof Environment>): DeploySettings["oidc"] {
  const { MIDWEEK_OIDC_ISSUER: issuer, MIDWEEK_OIDC_CLIENT_ID: clientId } = data;
  if (issuer && clientId) return { issuer, clientId };
  if (!issuer && !clientId) return undefined;
  throw new AppError("invalid", "MIDWEEK_OIDC_ISSUER and MIDWEEK_OIDC_CLIENT_ID: one is of no use without the other");
}

export const isProd = (stage: string): boolean => stage === "prod";

const complaint = ({ path, message }: { path: PropertyKey[]; message: string }): string =>
  `${path.join(".")} ${message}`;
