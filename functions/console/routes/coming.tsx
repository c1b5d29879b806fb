/** @jsxImportSource hono/jsx */
import { Hono, type Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { noteInterests } from "../../../shared/prospect/note-interests.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { displayName } from "../../../shared/prospect/prospect.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { isDate } from "../../../shared/time.ts";
import { comingEmail } from "../../../shared/touch/coming.ts";
import type { WishOutcome } from "../../../shared/touch/wish-change.ts";
import { replaceEmail } from "../../../shared/touch/wish-replace.ts";
import { takeBackWish } from "../../../shared/touch/wish-take-back.ts";
import { vetoEmail } from "../../../shared/touch/wish-veto.ts";
import { articleChoices, comingView } from "../coming-view.ts";
import type { Env } from "../env.ts";
import { ownPath, saying } from "../flash.ts";
import { ComingPage, ReplacePage } from "../pages/coming.tsx";
import { checkWork } from "../seen.ts";
import { show } from "../show.tsx";

type Form = {
  readonly prospect: Prospect;
  readonly date: string;
  readonly back: string;
  readonly by: string;
  readonly articleId: string;
};

export const comingRoutes = (app: App) =>
  new Hono<Env>()
    .get("/coming", async (c) => {
      const { reader } = c.get("chrome");
      return show(c, "Coming emails", <ComingPage {...await comingView(app, reader)} reader={reader} />);
    })
    .get("/coming/:id", async (c) => {
      const prospect = await ownProspect(c, app, c.req.param("id"));
      const coming = await comingEmail(app, prospect);
      const date = c.req.query("date") ?? coming?.slot.date ?? "";
      return showReplace(c, app, { prospect, date: dated(date), back: ownPath(c.req.query("back")) });
    })
    .post("/coming/:id/veto", async (c) => {
      const { prospect, date, back, by } = await formOf(c, app, c.req.param("id"));
      mustBeNoted(await vetoEmail(app, { prospectId: prospect.id, date, by }));
      return c.redirect(saying(back, "email-vetoed"), 303);
    })
    .post("/coming/:id/let-go", async (c) => {
      const { prospect, date, back, by } = await formOf(c, app, c.req.param("id"));
      mustBeNoted(await takeBackWish(app, { prospectId: prospect.id, date, by }));
      return c.redirect(saying(back, "wish-taken-back"), 303);
    })
    .post("/coming/:id", async (c) => {
      const form = await formOf(c, app, c.req.param("id"));
      const { prospect, date, back, by, articleId } = form;
      if (!articleId) return showReplace(c, app, { ...form, error: "Choose an article." });
      const answer = await replaceEmail(app, { prospectId: prospect.id, date, by, articleId });
      if (answer.outcome === "refused") return showReplace(c, app, { ...form, error: answer.why });
      return c.redirect(saying(back, "email-replaced"), 303);
    })
    .post("/coming/:id/interests", async (c) => {
      const { id } = await ownProspect(c, app, c.req.param("id"));
      const { interests } = await c.req.parseBody();
      const by = c.get("viewer").name;
      await noteInterests(app, { prospectId: id, interests: typeof interests === "string" ? interests : "", by });
      return c.redirect(saying(`/prospects/${encodeURIComponent(id)}`, "interests-noted"), 303);
    });

/** @throws AppError("not-found") also when the prospect is not the viewer's to see */
export async function ownProspect(c: Context<Env>, app: App, id: string): Promise<Prospect> {
  const prospect = await getProspect(app.table, id);
  if (!prospect) throw new AppError("not-found", "There is no such prospect, or they are not yours to see.");
  checkWork(c, prospect.repId);
  return prospect;
}

function dated(date: string): string {
  if (!isDate(date)) throw new AppError("invalid", `date: "${date.slice(0, 20)}" is no date`);
  return date;
}

async function formOf(c: Context<Env>, app: App, id: string): Promise<Form> {
  const prospect = await ownProspect(c, app, id);
  const { date, back, articleId } = await c.req.parseBody();
  return {
    prospect,
    date: dated(typeof date === "string" ? date : ""),
    back: ownPath(typeof back === "string" && back ? back : "/coming"),
    by: c.get("viewer").name,
    articleId: typeof articleId === "string" ? articleId : "",
  };
}

function mustBeNoted(answer: WishOutcome): void {
  if (answer.outcome === "refused") throw new AppError("conflict", answer.why);
}

type Replacing = Pick<Form, "prospect" | "date" | "back"> & { readonly articleId?: string; readonly error?: string };

async function showReplace(c: Context<Env>, app: App, { prospect, date, back, articleId, error }: Replacing) {
  const search = c.req.query("q") ?? "";
  const choices = {
    ...(await articleChoices(app, prospect, date, search)),
    action: `/coming/${encodeURIComponent(prospect.id)}`,
    button: "Send this one instead",
    hidden: { date, back },
    search,
    chosen: articleId,
    error,
  };
  const page = <ReplacePage prospect={prospect} date={date} choices={choices} />;
  return show(c, `Another article for ${displayName(prospect)}`, page, error === undefined ? 200 : 422);
}
