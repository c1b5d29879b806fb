import { createElement } from "react";
import type { Paragraph } from "../../emails/_components/written.tsx";
import type { NextCallProps } from "../../emails/_components/next-call.tsx";
import type { Company } from "../config.ts";
import type { Rendering } from "../ports.ts";
import { personValues } from "../touch/compose.ts";
import type { Email, Places } from "../touch/compile.ts";
import type { Values } from "../touch/fill.ts";
import { line } from "../touch/line.ts";
import type { Recipient, Written } from "./send.ts";
import { typedText } from "./typed-text.ts";

const SUBJECT_LENGTH = 200;

const PERSON: Places = {
  subject: "html",
  greeting: "both",
  address: "both",
  repName: "both",
  repLine: "both",
  repInitial: "html",
  unsubscribe: "both",
};

type Parts = {
  readonly recipient: Recipient;
  readonly company: Company;
  readonly subject: string;
  readonly next?: Omit<NextCallProps, "also"> | undefined;
};

/** The letter after a call. Only its shape is compiled; every word of it is a value. */
export async function composeFollowUp(parts: Parts & { readonly text: string }): Promise<Written> {
  const { default: FollowUp } = await import("../../emails/letters/follow-up.tsx");
  const { shape, values } = named(typedText(parts.text));
  const all = { ...personOf(parts), ...values, ...nextValues(parts.next) };
  const email = (given: Values): Email => ({
    subject: given["subject"] ?? "",
    body: createElement(FollowUp, {
      ...same(parts, given),
      paragraphs: filled(shape, given),
      next: nextOf(parts, given),
    }),
  });
  return {
    rendering: await compile(email, { ...PERSON, ...placesOf(values), ...placesOf(nextValues(parts.next)) }),
    values: all,
  };
}

type Reminding = Parts & { readonly next: Omit<NextCallProps, "also">; readonly agenda: readonly string[] };

/** The letter in the hour before a call. */
export async function composeReminder(parts: Reminding): Promise<Written> {
  const { default: Reminder } = await import("../../emails/letters/reminder.tsx");
  const agenda = Object.fromEntries(parts.agenda.map((item, place) => [`agenda${place}`, line(item, 200)]));
  const values = { ...nextValues(parts.next), ...agenda };
  const email = (given: Values): Email => ({
    subject: given["subject"] ?? "",
    body: createElement(Reminder, {
      ...same(parts, given),
      next: nextOf(parts, given) ?? parts.next,
      agenda: Object.keys(agenda).map((name) => given[name] ?? ""),
    }),
  });
  return {
    rendering: await compile(email, { ...PERSON, ...placesOf(values) }),
    values: { ...personOf(parts), ...values },
  };
}

type Due = { readonly repName: string; readonly who: string; readonly draftSubject: string; readonly page: string };

/** The line to a rep whose follow-up was left. */
export async function composeFollowUpDue(due: Due, company: Company): Promise<Written> {
  const { default: FollowUpDue } = await import("../../emails/letters/follow-up-due.tsx");
  const values = {
    subject: line(`Not sent yet: the follow-up to ${due.who}`, SUBJECT_LENGTH),
    repName: line(due.repName, 80),
    who: line(due.who, 160),
    draftSubject: line(due.draftSubject, SUBJECT_LENGTH) || "(no subject)",
    page: due.page,
  };
  const email = ({ subject = "", repName = "", who = "", draftSubject = "", page = "" }: Values): Email => ({
    subject,
    body: createElement(FollowUpDue, { subject, repName, who, draftSubject, page, postalAddress: postal(company) }),
  });
  return { rendering: await compile(email, { ...placesOf(values), subject: "html" }), values };
}

/** React Email is loaded with the first letter and not before. */
async function compile(email: (values: Values) => Email, places: Places): Promise<Rendering> {
  const { compileEmail } = await import("../touch/compile.ts");
  return compileEmail(email, places);
}

const placesOf = (values: Values): Places => Object.fromEntries(Object.keys(values).map((name) => [name, "both"]));

const postal = ({ postalAddress }: Company): string => line(postalAddress.replaceAll(/,?\s*\n\s*/g, ", "), 300);

function personOf({ recipient: { prospect, rep, unsubscribe }, company, subject }: Parts): Values {
  const links = { read: "", unsubscribe, preferences: "" };
  return { ...personValues({ prospect, rep, company, links }), subject: line(subject, SUBJECT_LENGTH) };
}

function same({ company }: Parts, given: Values) {
  const {
    subject = "",
    greeting = "",
    address = "",
    repName = "",
    repLine = "",
    repInitial = "",
    unsubscribe = "",
  } = given;
  const person = { greeting, address, repName, repLine, repInitial };
  return { subject, person, unsubscribe, postalAddress: postal(company), brand: company.brand };
}

const nextValues = (next: Parts["next"]): Values =>
  next === undefined
    ? {}
    : {
        nextWhat: line(next.what, 140),
        nextWhen: next.when,
        nextHow: line(next.how, 200),
        ...(next.link !== undefined && { nextLink: next.link }),
      };

function nextOf({ next }: Parts, { nextWhat = "", nextWhen = "", nextHow = "", nextLink }: Values) {
  return next === undefined ? undefined : { what: nextWhat, when: nextWhen, how: nextHow, link: nextLink };
}

/** The text with a name in place of each piece, and the pieces by name. */
function named(paragraphs: readonly Paragraph[]): { shape: Paragraph[]; values: Values } {
  const values: { [name: string]: string } = {};
  const shape = paragraphs.map((lines) =>
    lines.map((pieces) =>
      pieces.map(({ kind, value }) => {
        const name = `piece${Object.keys(values).length}`;
        values[name] = value;
        return { kind, value: name };
      }),
    ),
  );
  return { shape, values };
}

const filled = (shape: readonly Paragraph[], given: Values): Paragraph[] =>
  shape.map((lines) => lines.map((pieces) => pieces.map(({ kind, value }) => ({ kind, value: given[value] ?? "" }))));
