import type { Env, Hono } from "hono";
import { handle } from "hono/aws-lambda";
import type { AwsApp } from "../../shared/aws/app.ts";
import { toStandardError } from "../track/report.ts";

type Answer = ReturnType<typeof handle>;

/** What an HTTP API invokes. Without the company's name pages say less, but a link must work all the same. */
export function onHttp<Of extends Env>(
  app: AwsApp,
  pages: Hono<Of>,
): (...given: Parameters<Answer>) => ReturnType<Answer> {
  const answer = handle(pages);
  return async (event, context) => {
    await app.ready().catch(toStandardError);
    return answer(event, context);
  };
}
