/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { AppError, Conflict, type ErrorKind } from "../../shared/error.ts";
import type { Env } from "./env.ts";
import { TroublePage } from "./pages/trouble.tsx";
import { chromeOfNobody } from "./reader.ts";
import { show } from "./show.tsx";

const STATUSES: { readonly [kind in ErrorKind]: ContentfulStatusCode } = {
  invalid: 400,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
};

const TITLES: { readonly [status: number]: string } = {
  400: "That did not work",
  401: "Sign in first",
  403: "Not allowed from here",
  404: "Nothing here",
  409: "Somebody was faster",
  413: "Too large",
};

type Trouble = { readonly status: ContentfulStatusCode; readonly text: string };

function troubleOf(error: Error): Trouble | undefined {
  if (error instanceof AppError) return { status: STATUSES[error.kind], text: error.message };
  if (error instanceof Conflict)
    return {
      status: 409,
      text: "This was changed by somebody else meanwhile. Go back, load the page again and repeat.",
    };
  if (!(error instanceof HTTPException)) return undefined;
  if (error.status === 403)
    return { status: 403, text: "This form was sent from another site. Open the page here and send it again." };
  return {
    status: error.status as ContentfulStatusCode,
    text: error.message || "The request could not be understood.",
  };
}

/** Every error as a page: the caller's mistakes in their own words, ours without details, which go to the log. */
export function onError(error: Error, c: Context<Env>): Response | Promise<Response> {
  const known = troubleOf(error);
  // oxlint-disable-next-line no-console -- the log is the only place where the details may stand
  if (!known) console.error(error);
  const { status, text } = known ?? {
    status: 500 as const,
    text: "Midweek could not do that. Nothing was lost; the details are in its log.",
  };
  if (!c.get("chrome")) c.set("chrome", chromeOfNobody(0));
  const title = TITLES[status] ?? "Something went wrong";
  return show(c, title, <TroublePage title={title} text={text} />, status);
}

export const onNotFound = (c: Context<Env>): Response | Promise<Response> =>
  onError(new AppError("not-found", "There is no page at this address, or what it showed is gone."), c);
