/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { getCadences } from "../../../shared/cadence/store.ts";
import { AppError, Conflict } from "../../../shared/error.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { countAtOnce } from "../../../shared/segment/count-at-once.ts";
import { countFitting } from "../../../shared/segment/count.ts";
import { moveSegment } from "../../../shared/segment/move-segment.ts";
import { removeSegment } from "../../../shared/segment/remove-segment.ts";
import { saveSegment } from "../../../shared/segment/save-segment.ts";
import { getCounts, getSegment, getSegments, getWords } from "../../../shared/segment/store.ts";
import { sendableLibrary } from "../../../shared/touch/sendable.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { SegmentPage } from "../pages/segment.tsx";
import type { SegmentPageProps } from "../pages/segment.tsx";
import { SegmentsPage } from "../pages/segments.tsx";
import { freshSegmentForm, readSegmentForm, refusedSegment, segmentFormOf } from "../segment-form.ts";
import type { SegmentFormState } from "../segment-form.ts";
import { show } from "../show.tsx";

/** Who is written to in which rhythm, by what they have in common. */
export const segmentRoutes = (app: App) =>
  new Hono<Env>()
    .get("/segments", (c) => showSegments(c, app))
    .get("/segments/new", (c) => showForm(c, app, { form: freshSegmentForm }))
    .post("/segments/recount", async (c) => {
      await app.reckonings.send([{ of: "segments" }]);
      return c.redirect(saying("/segments", "segments-ordered"), 303);
    })
    .post("/segments/count", async (c) => {
      const posted = await c.req.parseBody({ all: true });
      const id = typeof posted["id"] === "string" ? posted["id"] : undefined;
      const read = readSegmentForm(posted);
      if (!("read" in read)) return showForm(c, app, { id, form: read.state, uncounted: true });
      const of = await countFitting(app, read.read.rules);
      const found = await getProspects(app.table, of.sample);
      const sample = of.sample.flatMap((one) => found.get(one) ?? []);
      return showForm(c, app, { id, form: read.state, counted: { of, sample } });
    })
    .post("/segments", (c) => save(c, app, undefined))
    .get("/segments/:id", async (c) => {
      const segment = await mustSegment(app, c.req.param("id"));
      return showForm(c, app, { id: segment.id, form: segmentFormOf(segment) });
    })
    .post("/segments/:id", async (c) => save(c, app, (await mustSegment(app, c.req.param("id"))).id))
    .post("/segments/:id/move", async (c) => {
      const { way } = await c.req.parseBody();
      const moving = moveSegment(app, c.req.param("id"), way === "up" ? "up" : "down");
      if ((await unlessRaced(moving)) === "unknown-segment") throw noSuchSegment();
      return c.redirect(saying("/segments", "segment-moved"), 303);
    })
    .post("/segments/:id/remove", async (c) => {
      if ((await unlessRaced(removeSegment(app, c.req.param("id")))) === "unknown-segment") throw noSuchSegment();
      return c.redirect(saying("/segments", "segment-removed"), 303);
    });

const noSuchSegment = () => new AppError("not-found", "There is no such segment.");

async function mustSegment(app: App, id: string) {
  const segment = await getSegment(app.table, id);
  if (!segment) throw noSuchSegment();
  return segment;
}

/** Somebody else changed the same thing at the same moment. */
const unlessRaced = <Answer,>(done: Promise<Answer>): Promise<Answer> =>
  done.catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error;
    throw new AppError(
      "conflict",
      "Somebody else changed the segments at the same moment. Look at them and try again.",
    );
  });

async function save(c: Context<Env>, app: App, id: string | undefined) {
  const read = readSegmentForm(await c.req.parseBody({ all: true }));
  if (!("read" in read)) return showForm(c, app, { id, form: read.state });
  try {
    const saved = await unlessRaced(saveSegment(app, { id, ...read.read }));
    await countAtOnce(app, saved);
  } catch (error) {
    return showForm(c, app, { id, form: refusedSegment(read.state, error) });
  }
  return c.redirect(saying("/segments", "segment-saved"), 303);
}

async function showSegments(c: Context<Env>, app: App) {
  const { reader } = c.get("chrome");
  const [segments, counts, words, cadences] = await Promise.all([
    getSegments(app.table),
    getCounts(app.table),
    getWords(app.table),
    getCadences(app.table),
  ]);
  const known = await getProspects(app.table, [...new Set([...counts.values()].flatMap(({ sample }) => sample))]);
  const lines = segments.map((segment) => {
    const count = counts.get(segment.id);
    const cadence = cadences.find(({ id }) => id === segment.cadenceId)?.name;
    const sample = (count?.sample ?? []).flatMap((id) => known.get(id) ?? []);
    return { segment, count, sample, cadence, gone: segment.cadenceId !== undefined && cadence === undefined };
  });
  const names = { repName: (id: string) => reader.reps.find((rep) => rep.id === id)?.name };
  return show(c, "Segments", <SegmentsPage {...{ lines, words, names, zone: reader.zone }} />);
}

type Shown = {
  readonly id?: string | undefined;
  readonly form: SegmentFormState;
  readonly counted?: SegmentPageProps["counted"];
  readonly uncounted?: boolean;
};

async function showForm(c: Context<Env>, app: App, { id, form, counted, uncounted = false }: Shown) {
  const segment = id === undefined ? undefined : await mustSegment(app, id);
  const [words, cadences, library] = await Promise.all([
    getWords(app.table),
    getCadences(app.table),
    sendableLibrary(app),
  ]);
  const title = segment?.name ?? "New segment";
  const props: SegmentPageProps = {
    id,
    title,
    form,
    counted,
    uncounted,
    words,
    cadences: cadences.map((cadence) => ({ value: cadence.id, text: cadence.name })),
    reps: c.get("chrome").reader.reps.map((rep) => ({ value: rep.id, text: rep.name })),
    topics: [...new Set(library.flatMap(({ topics }) => topics))].toSorted(),
  };
  return show(c, title, <SegmentPage {...props} />, Object.keys(form.errors).length > 0 ? 422 : 200);
}
