/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import type { CallFormState } from "../call-fields.ts";
import { freshCallForm } from "../call-form.ts";
import { freshMoves, type MoveState } from "../call-moves-form.ts";
import { callView, type CallPlace } from "../call-view.ts";
import type { Env } from "../env.ts";
import { CallPage, callTitle } from "../pages/call.tsx";
import { show } from "../show.tsx";
import { mayTakeOver } from "../../../shared/call/may-take-over.ts";

type Shown = {
  readonly form?: CallFormState;
  readonly moves?: MoveState;
  readonly status?: 200 | 409 | 422;
};

/** The page of a call, with whichever of its forms was not taken. */
export async function showCall(c: Context<Env>, app: App, place: CallPlace, shown: Shown = {}) {
  const { reader } = c.get("chrome");
  const viewer = c.get("viewer");
  const view = await callView(c, app, place);
  const props = {
    view,
    reader,
    form: shown.form ?? freshCallForm(view.call, reader.rep?.id),
    moves: shown.moves ?? freshMoves,
    mayTake: mayTakeOver(viewer, view.call, reader),
  };
  return show(c, callTitle(view), <CallPage {...props} />, shown.status ?? 200);
}
