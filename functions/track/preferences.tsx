/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import { libraryInUse } from "../../shared/content/in-use.ts";
import { signLink } from "../../shared/link.ts";
import type { Link } from "../../shared/link.ts";
import { eraseProspect } from "../../shared/prospect/erase.ts";
import { pauseProspect } from "../../shared/prospect/pause.ts";
import { changePreferences } from "../../shared/prospect/preferences.ts";
import { resumeProspect } from "../../shared/prospect/resume.ts";
import { getProspect } from "../../shared/prospect/store.ts";
import { isMeasured } from "../../shared/prospect/tracking.ts";
import { readFormBody } from "./form-body.ts";
import { linkOf } from "./link-of.ts";
import { AskToErase, Erased } from "./pages/erase-page.tsx";
import { PreferencesPage } from "./pages/preferences-page.tsx";
import { NoSuchLink, NothingKept } from "./pages/short.tsx";
import { show } from "./pages/show.ts";
import { PreferencesForm } from "./preferences-form.ts";
import { topicsToChoose } from "./topics.ts";

const PAUSE_DAYS = 90;

export const showPreferences = (app: App) => async (c: Context) => {
  const link = linkOf(app, c, "preferences");
  return link ? preferences(app, c, link) : show(c, <NoSuchLink company={app.config.company} />, 404);
};

/** There are no cookies, so no other site can send this form in somebody's name: the signed token is all the authority there is. */
export const changeByForm = (app: App) => async (c: Context) => {
  const link = linkOf(app, c, "preferences");
  const { company } = app.config;
  if (!link) return show(c, <NoSuchLink company={company} />, 404);
  const form = await readFormBody(c, PreferencesForm);
  if (form.action === "erase") return show(c, <AskToErase company={company} back={`../p/${c.req.param("token")}`} />);
  const said = await act(app, link.prospectId, form);
  if (said === "erased") return show(c, <Erased company={company} />);
  return preferences(app, c, link, said);
};

/** Does what the button says; the answer is what the page says of it. */
async function act(app: App, id: string, form: PreferencesForm): Promise<string | undefined> {
  switch (form.action) {
    case "pause":
      return (await pauseProspect(app, id, PAUSE_DAYS)) === "paused" ? "Paused. Enjoy the quiet." : undefined;
    case "resume":
      return (await resumeProspect(app, id)) === "resumed" ? "Welcome back." : undefined;
    case "erase-for-good":
      return (await eraseProspect(app, id)) === "erased" ? "erased" : undefined;
    default:
      return save(app, id, form);
  }
}

async function save(app: App, id: string, form: PreferencesForm): Promise<string | undefined> {
  const prospect = await getProspect(app.table, id);
  if (!prospect) return undefined;
  const offered = new Set(topicsToChoose(await libraryInUse(app), prospect));
  await changePreferences(app, id, {
    topics: form.topic.filter((topic) => offered.has(topic)),
    atMostWeekly: form.atMostWeekly === "yes",
    measure: form.unmeasured !== "yes",
  });
  return "Saved.";
}

async function preferences(app: App, c: Context, { prospectId, slot }: Link, said?: string) {
  const { company, linkKeys } = app.config;
  const prospect = await getProspect(app.table, prospectId);
  if (!prospect) return show(c, <NothingKept company={company} />, 404);
  const page = {
    topics: topicsToChoose(await libraryInUse(app), prospect),
    measured: isMeasured(prospect, company),
    unsubscribe: `../u/${signLink(linkKeys, { kind: "unsubscribe", prospectId, slot })}`,
  };
  return show(c, <PreferencesPage company={company} prospect={prospect} said={said} {...page} />);
}
