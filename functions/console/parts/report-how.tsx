/** @jsxImportSource hono/jsx */
import { FEWEST, WIDEST_POINTS } from "../../../shared/practice/intervals.ts";
import { PERSON_FROM } from "../../../shared/engagement/weights.ts";

/** What the figures of the reports are, and are not. */
export const HowCounted = () => (
  <section class="section">
    <h2>How this is counted</h2>
    <ul class="rules">
      <li>
        Emails of slots, and articles that reps sent out of turn; not follow-ups and reminders. The time is that of the
        slot. Who asked to be erased is in it no more.
      </li>
      <li>
        Sent is what the mailer took. Delivered is what shows that it arrived, or did not bounce within a day: mailers
        tell of bounces, and where they do not, neither can this. Of emails of the last day of which nothing was heard
        it is not known yet: the share delivered is of the others.
      </li>
      <li>
        An opening or click is a person's from {PERSON_FROM} on by <a href="/engagement">the table of weights</a>.
        Openings are counted where they tell anything: not where measuring is refused, and not through Apple Mail, which
        opens everything. Clicks count where they are measured. "Of" says how many emails that is.
      </li>
      <li>
        Unsubscribed: by the link of that email. Calls it led to: call tasks with an opening, click or reply of that
        email in their evidence, without those that were taken back. Conversations and meetings are those of the task
        and of the tasks that followed from it; a meeting that they booked themselves counts too.
      </li>
      <li>
        A call task that several emails led to counts for each of them, and once in every line and total. So the lines
        may add up to more than the total.
      </li>
      <li>
        The range under a figure is its interval of 95 %, by Wilson's score. "Not enough data" stands for fewer than{" "}
        {FEWEST} emails, or an interval of more than {WIDEST_POINTS} points to either side. Emails to the same person
        are alike, so the true ranges are a little wider, and of many lines some stand out by chance. What works better,
        an experiment tells.
      </li>
    </ul>
  </section>
);
