/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import { AppError } from "../../shared/error.ts";
import type { ErrorKind } from "../../shared/error.ts";
import { NoSuchLink, Short } from "./pages/short.tsx";
import { show } from "./pages/show.ts";
import type { Report } from "./report.ts";

const STATUS = { invalid: 400, "not-found": 404, forbidden: 403, conflict: 409 } as const satisfies Record<
  ErrorKind,
  number
>;

/** An address that is none of ours. */
export const notFound = (app: App) => (c: Context) => show(c, <NoSuchLink company={app.config.company} />, 404);

/** More than a form of ours ever sends. */
export const tooLarge = (app: App) => (c: Context) =>
  show(
    c,
    <Short company={app.config.company} title="That was too much">
      <p>The form is larger than we take. Nothing was changed.</p>
    </Short>,
    413,
  );

/** A caller's mistake says what was wrong with it; anything else is reported and says only that it was us. */
export const failed = (app: App, report: Report) => (error: Error, c: Context) => {
  const { company } = app.config;
  if (error instanceof AppError) {
    const page = (
      <Short company={company} title="That did not work">
        <p>{error.message}</p>
      </Short>
    );
    return show(c, page, STATUS[error.kind]);
  }
  report(error);
  const page = (
    <Short company={company} title="Something went wrong on our side">
      <p>Nothing is lost. Please try the link in the email again in a few minutes.</p>
    </Short>
  );
  return show(c, page, 500);
};
