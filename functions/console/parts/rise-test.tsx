/** @jsxImportSource hono/jsx */
import { riseKnobs } from "../../../shared/engagement/rise-test.ts";
import { HOUR } from "../../../shared/time.ts";

/** How a rise is found, step by step. */
export const RiseTest = () => (
  <section id="rise">
    <h2>The rise test</h2>
    <div class="prose">
      <p>
        <strong>1. What is usual.</strong> For each prospect we keep how many of the emails they click, and how many of
        the others they open. A new prospect starts with what the own sector does; with every email the own history
        counts for more. To be careful it is taken to be {riseKnobs.inflate} times as high as estimated.
      </p>
      <p>
        <strong>2. What an email says.</strong> Each email gets a factor: how many times likelier is what happened if
        interest has risen, than if all is as usual? Risen means that the odds of a click are {riseKnobs.clickOdds}{" "}
        times the usual ones, those of an open {riseKnobs.openOdds} times. A click makes the factor large for somebody
        who hardly ever clicks, and small for somebody who always does. Silence for{" "}
        {Math.round(riseKnobs.silentAfter / HOUR)} hours makes it less than 1 and so counts against. Where a machine may
        have done it, the factor is the mean of both cases, by their chances. An open that cannot be measured counts
        neither way.
      </p>
      <p>
        <strong>3. The score.</strong> A rise can have begun with any of the last {riseKnobs.starts} emails. For each of
        these starts the factors since then are multiplied, always against what was usual before it began, so that a
        rise does not become its own usual. The score is the sum over the starts (after Shiryaev and Roberts):
      </p>
      <p class="formula">score = sum over starts of factor × factor × …</p>
      <p>
        <strong>4. The threshold.</strong> When the score reaches it, a call task opens and says what happened. The
        score begins anew when a task opens, and when it is closed. After a no the threshold is four times as high for
        90 days.
      </p>
    </div>
  </section>
);

const LIMITS: readonly string[] = [
  "A new kind of machine that passes for a person, until its pattern is in the table.",
  "A gateway at a company of which we know only one or two people: nobody is there to compare with.",
  "Something that makes everybody read more at once, such as better subject lines. It looks like a rise until it has become usual.",
  "Readers of Apple Mail: its servers open everything, so of them only clicks count, and a rise shows later.",
  "An email passed on to a colleague: what the colleague does counts as the prospect's own.",
  "That interest has risen does not mean that somebody will buy. It says when a call is worth more than on another day.",
];

/** The bound, what it rests on, and where it ends. */
export const WhatIsPromised = () => (
  <section id="promise">
    <h2>What is promised, and what is not</h2>
    <div class="prose">
      <p>
        If nobody's interest had risen, there would be at least as many emails between two call tasks for nothing, on
        average, as the threshold says: at a threshold of 400, one in 400 emails or fewer. This is proved for scores of
        this kind (e-detectors; Shin, Ramdas and Rinaldo, 2023), as long as the following holds:
      </p>
      <ul>
        <li>
          <strong>The chances in the table are right on average:</strong> of the clicks that we hold to be 85 % a
          person's, 85 in 100 are. Nobody publishes such figures, so they are starting points;{" "}
          <code>midweek engagement replay</code> shows what others would have done to your own history.
        </li>
        <li>
          <strong>What is usual is not set too low on average.</strong> That is why it is taken {riseKnobs.inflate}{" "}
          times as high. For a single prospect with a short history it can still be.
        </li>
        <li>
          <strong>Emails are counted, not days.</strong> A fortnight with more emails has more call tasks for nothing.
        </li>
        <li>
          <strong>It is a mean over many prospects and a long time.</strong> One fortnight may bring three and the next
          ones none.
        </li>
      </ul>
      <p>What breaks it, and what it does not see:</p>
      <ul>
        {LIMITS.map((limit) => (
          <li>{limit}</li>
        ))}
      </ul>
    </div>
  </section>
);
