/** An email with nothing to mend, and what becomes of it when a part is changed. */
import { lintEmail } from "../../../shared/lint/lint-email.ts";
import type { LintEmail } from "../../../shared/lint/read-email.ts";
import type { RuleName } from "../../../shared/lint/rules.ts";

export const wayOut = "https://mail.example/u/leave";
const postalAddress = "Northgate, 1 Quay Road, Lisbon";

const head = `<head><title>Rounds</title>
<style>.wide { width: 600px; }</style>
<style>@media (prefers-color-scheme: dark) {
  .page { background-color: #111617 !important; }
  .ink { color: #eef2f1 !important; }
  .button { background-color: #15796e !important; }
}</style></head>`;

const body = `<body class="page" style="background-color:#f2f4f3">
<div style="display:none">What three fleets found when they looked at their second trips.</div>
<table class="page" style="background-color:#f2f4f3"><tbody><tr><td class="ink" style="color:#1a2226;font-size:16px">
<p data-skip-in-text="true" class="ink" style="color:#1a2226"><a href="${wayOut}" class="ink" style="color:#1a2226">Unsubscribe</a></p>
<p class="ink" style="color:#1a2226">Hi Ana,</p>
<p class="ink" style="color:#1a2226">I put this aside for you.</p>
<a href="https://northgate.example/rounds" class="quiet ink" style="color:#1a2226"><img src="https://northgate.example/rounds.png" alt="A van at a dock" width="526" height="276" class="ink" style="color:#1a2226"/></a>
<a href="https://northgate.example/rounds" class="button" style="background-color:#0b6a60;color:#ffffff;padding:13px 24px">Read the post</a>
<p class="ink" style="color:#1a2226"><a href="${wayOut}" class="ink" style="color:#1a2226">Unsubscribe</a></p>
<p class="ink" style="color:#1a2226">${postalAddress}</p>
</td></tr></tbody></table>
<img src="https://mail.example/o/open.gif" alt="" width="1" height="1"/>
</body>`;

const text = `Hi Ana,

I put this aside for you.

Read the post: https://northgate.example/rounds

Unsubscribe: ${wayOut}

${postalAddress}`;

export const good: LintEmail = {
  subject: "What a second trip really costs",
  html: `<html>${head}${body}</html>`,
  text,
  expected: { wayOut: { href: wayOut, before: "Hi Ana," }, postalAddress, toMany: true },
};

/** The email with one thing for another in its html; it must be there. */
export function html(from: string, to: string): Partial<LintEmail> {
  if (!good.html.includes(from)) throw new Error(`there is no ${from}`);
  return { html: good.html.replace(from, to) };
}

/** In html and plain text alike. */
export const both = (from: string, to: string): Partial<LintEmail> => ({
  ...html(from, to),
  text: good.text.replaceAll(from, to),
});

/** With another paragraph, in both. */
export const saying = (words: string): Partial<LintEmail> =>
  both("I put this aside for you.", `I put this aside for you. ${words}`);

/** The rules that the changed email breaks, each once. */
export const brokenBy = (changes: Partial<LintEmail>): RuleName[] => [
  ...new Set(lintEmail({ ...good, ...changes }).map(({ rule }) => rule)),
];
