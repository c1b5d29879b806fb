/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Figures } from "../../../shared/practice/figures.ts";
import { attemptsInWords, lengthInWords, medianFigure, perHitFigure, shareFigure } from "../team-words.ts";
import { TeamNumbers } from "./team-numbers.tsx";
import { FirstCallStrip, GivingUpBars, HourStrip } from "./team-plots.tsx";

const Fact = ({ name, text, under }: { name: string; text: string | number; under?: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      {text}
      {under && <span class="under small">{under}</span>}
    </dd>
  </div>
);

const Small = ({ caption, children }: { caption: string; children?: Child }) => (
  <figure>
    <figcaption class="small">{caption}</figcaption>
    {children}
  </figure>
);

/** What one rep, or all of them together, made of the time: figures, three small plots, and the same in numbers. */
export const RepFigures = ({ id, name, figures }: { id: string; name: string; figures: Figures }) => {
  const { persistence, firstCalls } = figures;
  return (
    <article class="card" aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{name}</h3>
      <dl class="facts team-facts">
        <Fact name="Dials" text={figures.dials} />
        <Fact name="Conversations" text={figures.conversations} />
        <Fact name="Overdue now" text={figures.overdue} />
        <Fact name="Next steps agreed" {...shareFigure(figures.nextSteps)} />
        <Fact name="Dials per conversation" {...perHitFigure(figures.dialsPerConversation)} />
        <Fact name="Time to first call" {...medianFigure(firstCalls.median, lengthInWords)} />
        <Fact name="Within 1 minute" {...shareFigure(firstCalls.withinOne)} />
        <Fact name="Within 5 minutes" {...shareFigure(firstCalls.withinFive)} />
        <Fact name="Attempts before giving up" {...medianFigure(persistence.attempts, attemptsInWords)} />
        <Fact name="More than five attempts" {...shareFigure(persistence.beyondFive)} />
        <Fact name="Follow-up within the hour" {...shareFigure(figures.followedUp)} />
      </dl>
      {figures.dials + firstCalls.all.length + persistence.givenUp.length > 0 && (
        <>
          <div class="team-plots">
            <Small caption="Time to the first call after somebody asked; hollow: still waiting">
              <FirstCallStrip id={`${id}-first`} figures={figures} />
            </Small>
            <Small caption="Calls given up, by attempts; hollow: left to lie for more than a week">
              <GivingUpBars id={`${id}-up`} figures={figures} />
            </Small>
            <Small caption="By the prospect's hour of the day; the practice's hours are underlined">
              <HourStrip id={`${id}-hours`} figures={figures} />
            </Small>
          </div>
          <TeamNumbers figures={figures} />
        </>
      )}
    </article>
  );
};
