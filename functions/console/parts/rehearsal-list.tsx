/** @jsxImportSource hono/jsx */
import type { Rehearsal } from "../../../shared/rehearsal/rehearsal.ts";
import type { Reader } from "../chrome.ts";
import { many, percentOf, stateWords } from "../rehearsal-words.ts";
import { shortDate } from "../when.ts";
import { Chip } from "./chip.tsx";
import { Empty } from "./empty.tsx";
import { When } from "./when.tsx";

const line = (one: Rehearsal): string => {
  if (one.state === "running") return `${percentOf(one)} %`;
  if (one.state === "failed") return one.says ?? "";
  return one.totals ? `${many(one.totals.sent, "email")} to ${many(one.totals.prospects, "prospect")}` : "";
};

/** Dry runs that are kept, newest first, and two of them to be held against each other. */
export const RehearsalList = ({ rehearsals, reader }: { rehearsals: readonly Rehearsal[]; reader: Reader }) => (
  <section class="section" aria-labelledby="runs">
    <h2 id="runs">Dry runs</h2>
    {rehearsals.length === 0 ? (
      <Empty title="None yet">Choose how many weeks above, and see them before they come.</Empty>
    ) : (
      <>
        <ul class="rows">
          {rehearsals.map((one) => (
            <li>
              <p class="row-title">
                <a class="title" href={`/calendar/${one.id}`}>
                  {one.label}
                </a>
              </p>
              <p class="meta">
                <Chip tone={one.state === "failed" ? "wrong" : one.state === "done" ? "tint" : "plain"}>
                  {stateWords(one)}
                </Chip>
                <span>{many(one.weeks, "week")}</span>
                <span>{line(one)}</span>
                <span>
                  by {one.by}, <When zone={reader.zone} at={one.orderedAt} />
                </span>
              </p>
            </li>
          ))}
        </ul>
        <CompareForm done={rehearsals.filter(({ state }) => state === "done")} />
      </>
    )}
  </section>
);

const CompareForm = ({ done }: { done: readonly Rehearsal[] }) =>
  done.length < 2 ? null : (
    <form class="dry-filter section-top" action="/calendar/compare">
      {(["one", "other"] as const).map((name, n) => (
        <div class="field">
          <label for={name}>{n === 0 ? "Hold one" : "against another"}</label>
          <select id={name} name={name}>
            {done.map(({ id, label, orderedAt }, at) => (
              <option value={id} selected={at === 1 - n}>
                {label}, {shortDate(new Date(orderedAt).toISOString().slice(0, 10))}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit">Compare</button>
    </form>
  );
