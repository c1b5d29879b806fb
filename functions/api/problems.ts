import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { AppError, Conflict } from "../../shared/error.ts";
import type { ApiEnv } from "./env.ts";

const Kind = z.enum(["invalid", "unauthorized", "forbidden", "not-found", "conflict", "internal"]);
type Kind = z.infer<typeof Kind>;

/** The one shape of everything that went wrong. */
const Problem = z
  .object({
    error: z.object({
      kind: Kind,
      message: z.string().openapi({ description: "For people." }),
      field: z
        .string()
        .optional()
        .openapi({ description: "What in the request is wrong, with dots between levels.", example: "nextStep.date" }),
      takenBy: z
        .object({ id: z.string(), name: z.string() })
        .optional()
        .openapi({ description: "Of a conflict over a call task: the rep who has it, or has called." }),
    }),
  })
  .openapi("Problem", {
    example: {
      error: { kind: "invalid", message: "nextStep.date: Monday 2 November is over", field: "nextStep.date" },
    },
  });
type Problem = z.infer<typeof Problem>;

const STATUS = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  internal: 500,
} as const satisfies { readonly [kind in Kind]: number };

type Wrong = Problem["error"];

const answer = (c: Context, error: Wrong): Response => {
  if (error.kind === "unauthorized") c.header("WWW-Authenticate", 'Bearer realm="Midweek"');
  return c.json<Problem>({ error }, STATUS[error.kind]);
};

/** Our messages begin with the field they are about: "nextStep.date: when is the meeting?" */
function invalid(message: string): Wrong {
  const field = /^([a-z]\w*(?:\.\w+)*): /i.exec(message)?.[1];
  return field === undefined ? { kind: "invalid", message } : { kind: "invalid", message, field };
}

function wrongOf(error: Error): Wrong | undefined {
  if (error instanceof AppError)
    return error.kind === "invalid" ? invalid(error.message) : { kind: error.kind, message: error.message };
  if (error instanceof Conflict)
    return { kind: "conflict", message: "This was changed by somebody else meanwhile. Read it again and repeat." };
  if (!(error instanceof HTTPException)) return undefined;
  if (error.status === 401) return { kind: "unauthorized", message: error.message };
  return { kind: "invalid", message: error.message || "The request could not be understood." };
}

/** A caller's mistakes in their own words; ours without details, which go to the log. */
export function onError(error: Error, c: Context): Response {
  const wrong = wrongOf(error);
  // oxlint-disable-next-line no-console -- the log is the only place where the details may stand
  if (!wrong) console.error(error);
  return answer(c, wrong ?? { kind: "internal", message: "Midweek could not do that. The details are in its log." });
}

export const onNotFound = (c: Context): Response =>
  answer(c, {
    kind: "not-found",
    message: "There is nothing at this address; /api/v1/openapi.json tells what there is.",
  });

/** Somebody was faster with a call task. */
export const takenBy = (c: Context<ApiEnv>, repId: string | undefined) => {
  const rep = c.get("reps").find(({ id }) => id === repId);
  const message = `${rep?.name ?? "Somebody"} was faster. Read the call again; nothing was saved.`;
  return c.json(
    { error: { kind: "conflict" as const, message, ...(rep && { takenBy: { id: rep.id, name: rep.name } }) } },
    409,
  );
};

/** A part of the API: what does not fit its schema is answered in the one shape, naming the field. */
export const part = (): OpenAPIHono<ApiEnv> =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const issue = result.error.issues[0];
      const field = issue?.path.join(".") || "body";
      return answer(c, { kind: "invalid", message: `${field}: ${issue?.message ?? "not as it should be"}`, field });
    },
  });

const problem = (description: string) => ({ description, content: { "application/json": { schema: Problem } } });

/** What every answer may be instead. */
export const problems = {
  400: problem("Something in the request is wrong; `field` says what."),
  401: problem("No token, or one that is wrong, revoked, or of somebody who is no longer here."),
  403: problem("Not for this role."),
  404: problem("There is no such thing, or it is not yours to see."),
};
export const conflict = { 409: problem("Somebody was faster; `takenBy` says who.") };
export const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { "application/json": { schema } },
});
