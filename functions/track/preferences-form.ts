import type { Context } from "hono";
import * as z from "zod";
import { AppError } from "../../shared/error.ts";

const list = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(200)).max(100),
);

const Form = z.object({
  action: z.enum(["save", "pause", "resume", "erase", "erase-for-good"]),
  topic: list,
  atMostWeekly: z.literal("yes").optional(),
  unmeasured: z.literal("yes").optional(),
});
export type PreferencesForm = z.infer<typeof Form>;

/** The form as it was sent. Throws AppError("invalid") for anything that our page does not send, and names the field. */
export async function readForm(c: Context): Promise<PreferencesForm> {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.req.header("content-type") ?? ""))
    throw new AppError("invalid", "This takes only the form of the page. Nothing was changed.");
  const form = Form.safeParse(await c.req.parseBody({ all: true }));
  if (form.success) return form.data;
  const field = form.error.issues[0]?.path[0] ?? "form";
  throw new AppError("invalid", `The field "${String(field)}" is not as our page sends it. Nothing was changed.`);
}
