import type { Context } from "hono";
import * as z from "zod";
import { AppError } from "../../shared/error.ts";

/** The form as it was sent. Throws AppError("invalid") for anything that our page does not send, and names the field. */
export async function readFormBody<Form>(c: Context, schema: z.ZodType<Form>): Promise<Form> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header("content-type") ?? ""))
    throw new AppError("invalid", "This takes only the form of the page. Nothing was changed.");
  const form = schema.safeParse(await c.req.parseBody({ all: true }));
  if (form.success) return form.data;
  const field = form.error.issues[0]?.path[0] ?? "form";
  throw new AppError("invalid", `The field "${String(field)}" is not as our page sends it. Nothing was changed.`);
}
