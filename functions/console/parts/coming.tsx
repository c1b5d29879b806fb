/** @jsxImportSource hono/jsx */
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import { isSensitive } from "../../../shared/prospect/interests.ts";
import type { Coming } from "../../../shared/touch/coming.ts";
import { nothingWords } from "../coming-words.ts";
import { shortDate, whenIn } from "../when.ts";
import { KIND_NAMES } from "../article-words.ts";
import { Chip } from "./chip.tsx";
import { InputField } from "./field.tsx";
import { When } from "./when.tsx";

type About = {
  readonly prospect: Prospect;
  readonly coming: Coming;
  /** Path to come back to after a button. */
  readonly back: string;
};

/** What would go out, or why nothing, and that somebody wanted it so. */
export const ComingWords = ({ coming }: Pick<About, "coming">) => {
  const { next, wish } = coming;
  if ("skip" in next) return <p class={wish ? undefined : "quiet-text"}>{nothingWords(coming)}</p>;
  return (
    <p>
      <span class="quiet-text">{KIND_NAMES[next.send.kind]}:</span>{" "}
      <a class="coming-what" href={`/library/${next.send.id}`}>
        {next.send.title}
      </a>{" "}
      {next.experiment && (
        <span class="quiet-text">
          in an experiment{next.subject === undefined ? "" : `, under the subject “${next.subject}”`}
        </span>
      )}
      {wish?.kind === "replace" && next.send.id === wish.articleId ? (
        <Chip tone="tint">Chosen by {wish.by}</Chip>
      ) : null}
      {wish?.kind === "replace" && next.send.id !== wish.articleId ? (
        <span class="quiet-text">{next.detail}</span>
      ) : null}
    </p>
  );
};

/** Keep it back, put another article in its place, or take that back. */
export const ComingActs = ({ prospect, coming, back }: About) => {
  const path = `/coming/${encodeURIComponent(prospect.id)}`;
  const { date } = coming.slot;
  const whose = ` (${displayName(prospect)}, ${shortDate(date)})`;
  const canGo = "send" in coming.next;
  return (
    <div class="buttons coming-acts">
      {coming.wish && (
        <form method="post" action={`${path}/let-go`}>
          <input type="hidden" name="date" value={date} />
          <input type="hidden" name="back" value={back} />
          <button type="submit" aria-label={`Let it go out${whose}`}>
            Let it go out
          </button>
        </form>
      )}
      {canGo && (
        <form method="post" action={`${path}/veto`}>
          <input type="hidden" name="date" value={date} />
          <input type="hidden" name="back" value={back} />
          <button type="submit" class="quiet" aria-label={`Not this one${whose}`}>
            Not this one
          </button>
        </form>
      )}
      {(canGo || coming.wish) && (
        <a
          class="button quiet"
          href={`${path}?date=${date}&back=${encodeURIComponent(back)}`}
          aria-label={`Another article${whose}`}
        >
          Another article
        </a>
      )}
    </div>
  );
};

type CardProps = { readonly prospect: Prospect; readonly coming: Coming | undefined; readonly mayAct: boolean };

/** The next email of a prospect, on their own page, and an article out of turn. */
export const ComingCard = ({ prospect, coming, mayAct }: CardProps) => {
  const back = `/prospects/${encodeURIComponent(prospect.id)}`;
  return (
    <section class="card coming-card">
      <h2>Next email</h2>
      {prospect.standing.state === "active" && coming ? (
        <>
          <p class="quiet-text">
            <When zone={prospect.timeZone} at={coming.slot.at}>
              {whenIn(prospect.timeZone, coming.slot.at)}
            </When>
          </p>
          <ComingWords coming={coming} />
          {mayAct && <ComingActs prospect={prospect} coming={coming} back={back} />}
        </>
      ) : (
        <p>None is due.</p>
      )}
      {mayAct && (
        <div class="buttons section-top">
          <a class="button" href={`/one-off/${encodeURIComponent(prospect.id)}`}>
            Send an article
          </a>
        </div>
      )}
    </section>
  );
};

/** What they care about besides business, for a rep who shares something by hand. */
export const InterestsCard = ({ prospect }: { prospect: Prospect }) => {
  const interests = prospect.interests ?? [];
  const care = interests.filter(isSensitive);
  return (
    <form class="card by-hand" method="post" action={`/coming/${encodeURIComponent(prospect.id)}/interests`}>
      <InputField
        name="interests"
        label="Interests besides business"
        hint={
          care.length > 0
            ? `Never mailed about; for you to share something by hand. Take care with: ${care.join(", ")}.`
            : "Never mailed about; for you to share something by hand. With commas in between: sailing, jazz."
        }
        value={interests.join(", ")}
      />
      <button type="submit">Note them</button>
    </form>
  );
};
