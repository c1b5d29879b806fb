import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { createElement, type ReactElement } from "react";
import { render, toPlainText } from "react-email";
import { AppError } from "../../../shared/error.ts";
import type { LintEmail } from "../../../shared/lint/read-email.ts";
import { textOptions } from "../../../shared/touch/compile.ts";
import { expectedOf } from "./expected.ts";
import type { PreviewProps } from "./props.ts";

/** A file with an email in it: a template, or a letter. */
export type EmailFile = { readonly name: string; readonly path: string };

type Email = ((props: PreviewProps) => ReactElement) & { readonly PreviewProps: PreviewProps };

const isEmail = (value: unknown): value is Email =>
  typeof value === "function" &&
  "PreviewProps" in value &&
  typeof value.PreviewProps === "object" &&
  value.PreviewProps !== null;

/** The emails of a folder, those in letters/ with it. What they are put together of is no email. */
export function emailFiles(folder: string): EmailFile[] {
  if (!existsSync(folder)) throw new AppError("not-found", `${folder}: there is no such folder`);
  return ["", "letters"].flatMap((under) => {
    const inside = join(folder, under);
    const files = existsSync(inside) ? readdirSync(inside).filter((file) => file.endsWith(".tsx")) : [];
    return files.toSorted().map((file) => {
      const path = join(inside, file);
      return { name: relative(folder, path).slice(0, -".tsx".length), path };
    });
  });
}

/** Loads it. AppError("invalid") where it is no email that can be shown. */
export async function loadEmail({ path }: EmailFile): Promise<Email> {
  const module: { readonly default?: unknown } = await import(pathToFileURL(path).href);
  if (!isEmail(module.default))
    throw new AppError("invalid", `${path}: an email is exported as default and has PreviewProps`);
  return module.default;
}

/** The email with these props, as it would go out. */
export async function renderEmail(email: Email, props: PreviewProps): Promise<LintEmail> {
  const html = await render(createElement(email, props));
  const { subject } = props;
  return {
    ...(typeof subject === "string" && { subject }),
    html,
    text: toPlainText(html, textOptions),
    expected: expectedOf(props),
  };
}
