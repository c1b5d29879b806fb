/** @jsxImportSource hono/jsx */
import type { Rehearsed } from "../../../shared/rehearsal/rehearsal.ts";
import { placeOf } from "../../../shared/time.ts";
import { Empty } from "../parts/empty.tsx";
import { Outcome } from "../parts/rehearsal-outcome.tsx";
import type { Told } from "../rehearsal-view.ts";
import { shortDate } from "../when.ts";

export type QuarterView = {
  readonly rehearsed: Rehearsed;
  readonly prospectId: string;
  readonly name: string;
  readonly about: string;
  readonly told: readonly (Told & { readonly date: string })[];
};

const Rows = ({ rehearsed, told }: Pick<QuarterView, "rehearsed" | "told">) => (
  <div class="scroll">
    <table class="people tight">
      <thead>
        <tr>
          {["Day", "There", "What"].map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {told.map((one) => (
          <tr>
            <th scope="row" class="date">
              <a class="title" href={`/calendar/${rehearsed.id}/days/${one.date}`}>
                {shortDate(one.date)}
              </a>
            </th>
            <td>
              {one.time} {placeOf(one.zone)}
            </td>
            <td>
              <Outcome told={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export const RehearsalProspectPage = ({
  view: { rehearsed, prospectId, name, about, told },
}: {
  view: QuarterView;
}) => (
  <>
    <a class="crumb" href={`/calendar/${rehearsed.id}`}>
      {rehearsed.label}
    </a>
    <div class="head">
      <div>
        <h1>{name}</h1>
        <p>{about}</p>
      </div>
      <a class="button" href={`/prospects/${prospectId}`}>
        Their page
      </a>
    </div>
    {told.length === 0 ? (
      <Empty title="No slot comes for them">They are paused for all of this time, or get no email any more.</Empty>
    ) : (
      <Rows rehearsed={rehearsed} told={told} />
    )}
  </>
);
