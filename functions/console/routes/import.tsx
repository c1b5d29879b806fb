/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "../../../shared/error.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { declared } from "../../../shared/prospect/mail-consent.ts";
import type { DeclaredConsent } from "../../../shared/prospect/mail-consent.ts";
import { areaOf } from "../areas.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { IMPORT_KINDS, reportShelf, type ImportKind, type Run } from "../import-report.ts";
import type { LocalWorld, UploadedFile } from "../local-world.ts";
import { ImportPage } from "../pages/import.tsx";
import { show } from "../show.tsx";

const MOST_BYTES = 128 * 1024 * 1024;

export const importRoutes = ({ importFiles }: LocalWorld) => {
  const shelf = reportShelf();
  return new Hono<Env>()
    .get("/import", (c) => {
      const id = c.req.query("report");
      const report = id ? shelf.read(id)?.report : undefined;
      if (id && !report) return c.redirect(saying("/import", "import-gone"), 303);
      return show(c, "Import", <ImportPage report={report} errors={{}} urls={{}} kinds={kindsFor(c)} />);
    })
    .post("/import/again/:report", async (c) => {
      const kept = shelf.read(c.req.param("report"));
      if (!kept) return c.redirect(saying("/import", "import-gone"), 303);
      return c.redirect(`/import?report=${await shelf.keep(kept.report.kind, kept.run, false)}`, 303);
    })
    .post("/import/:kind", bodyLimit({ maxSize: MOST_BYTES }), async (c) => {
      const kind = IMPORT_KINDS.find((name) => name === c.req.param("kind"));
      if (!kind) throw new AppError("not-found", "There is no such import.");
      const form = await c.req.formData();
      const url = textOf(form, kind === "feed" ? "feed-url" : "posts-url");
      try {
        const consent = kind === "prospects" ? declaredIn(form) : undefined;
        const run = runOf(importFiles, kind, { files: await filesOf(form, kind), url, consent });
        return c.redirect(`/import?report=${await shelf.keep(kind, run, form.get("how") !== "import")}`, 303);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return show(
          c,
          "Import",
          <ImportPage
            report={undefined}
            errors={{ [kind]: error.message }}
            urls={{ [kind]: url }}
            consent={{ basis: textOf(form, "consent-basis"), source: textOf(form, "consent-source") }}
            kinds={kindsFor(c)}
          />,
          422,
        );
      }
    });
};

/** Those whose own path the viewer may go to. */
const kindsFor = (c: Context<Env>): ImportKind[] =>
  IMPORT_KINDS.filter((kind) => {
    const area = areaOf(`/import/${kind}`);
    return area !== undefined && area !== "open" && area !== "token" && mayEnter(c.get("viewer"), area);
  });

async function filesOf(form: FormData, kind: ImportKind): Promise<UploadedFile[]> {
  const chosen = form.getAll(`${kind}-file`).filter((entry): entry is File => entry instanceof File && entry.size > 0);
  return Promise.all(chosen.map(async (file) => ({ path: file.name, bytes: await file.bytes() })));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** Nothing is chosen where nobody can say, or the file says it. */
function declaredIn(form: FormData): DeclaredConsent | undefined {
  const basis = textOf(form, "consent-basis");
  return basis ? declared(basis, textOf(form, "consent-source")) : undefined;
}

type Upload = {
  readonly files: readonly UploadedFile[];
  readonly url: string;
  readonly consent: DeclaredConsent | undefined;
};

function runOf(importFiles: LocalWorld["importFiles"], kind: ImportKind, { files, url, consent }: Upload): Run {
  const [file] = files;
  if (kind === "feed" && url) return (dryRun) => importFiles.feed(url, dryRun);
  if (!file)
    throw new AppError("invalid", kind === "feed" ? "Give an address or choose a file." : "Choose a file first.");
  if (kind === "posts") return (dryRun) => importFiles.posts(files, dryRun, url || undefined);
  if (kind === "feed") return (dryRun) => importFiles.feed(file, dryRun);
  if (kind === "prospects") return (dryRun) => importFiles.prospects(file, dryRun, consent);
  return (dryRun) => importFiles.reps(file, dryRun);
}
