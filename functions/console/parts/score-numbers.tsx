/** @jsxImportSource hono/jsx */
import { percent } from "../evidence.ts";
import { figure } from "../score-words.ts";
import type { EmailLine } from "../score-words.ts";
import { shortDate } from "../when.ts";

/** The score ledger as a table, newest first as everything in the console. */
export const ScoreNumbers = ({ emails }: { emails: readonly EmailLine[] }) => (
  <details class="numbers">
    <summary>The numbers</summary>
    <p class="small quiet-text">
      Opened and clicked: how surely by a person. Usual: how many were opened of those not clicked, and how many
      clicked, until then. The factor is how many times likelier the email makes it that interest has risen; the score
      follows.
    </p>
    <table class="people small">
      <thead>
        <tr>
          {["Email", "Opened", "Clicked", "Usual", "Factor", "Score"].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {emails.toReversed().map((email) => (
          <tr>
            <th scope="row">
              {shortDate(email.date)}
              <span class="under small">{[email.title, email.anew && "began anew"].filter(Boolean).join(", ")}</span>
            </th>
            <td data-label="opened">{email.open === null ? "not measurable" : percent(email.open)}</td>
            <td data-label="clicked">{percent(email.click)}</td>
            <td data-label="usual">
              {percent(email.usualOpen)}, {percent(email.usualClick)}
            </td>
            <td data-label="factor">{email.waiting ? "waiting" : figure(email.ratio)}</td>
            <td data-label="score">{figure(email.score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);
