/** @jsxImportSource hono/jsx */
import type { Rehearsed } from "../../../shared/rehearsal/rehearsal.ts";
import { placeOf } from "../../../shared/time.ts";
import { Empty } from "../parts/empty.tsx";
import { SelectField } from "../parts/field.tsx";
import { Outcome } from "../parts/rehearsal-outcome.tsx";
import { Pager } from "../parts/pager.tsx";
import { many } from "../rehearsal-words.ts";
import type { Filter, Told } from "../rehearsal-view.ts";
import { longDate } from "../when.ts";

export type DayView = {
  readonly rehearsed: Rehearsed;
  readonly date: string;
  readonly filter: Filter;
  readonly choices: { readonly [field in keyof Filter]: readonly { readonly value: string; readonly text: string }[] };
  readonly told: readonly (Told & { readonly prospectId: string; readonly name: string; readonly rep: string })[];
  readonly found: number;
  readonly next: string | undefined;
  readonly first: string | undefined;
};

const Filters = ({ view: { filter, choices } }: { view: DayView }) => (
  <form class="dry-filter">
    <SelectField name="what" label="What becomes of it" value={filter.what} choices={choices.what} />
    <SelectField name="zone" label="Time zone" value={filter.zone} choices={choices.zone} />
    <SelectField name="rep" label="Rep" value={filter.rep} choices={choices.rep} />
    <button type="submit">Show</button>
  </form>
);

export const RehearsalDayPage = ({ view }: { view: DayView }) => (
  <>
    <a class="crumb" href={`/calendar/${view.rehearsed.id}`}>
      {view.rehearsed.label}
    </a>
    <div class="head">
      <div>
        <h1>{longDate(view.date)}</h1>
        <p>On each prospect's own calendar, if nobody reacts. {many(view.found, "prospect")} shown by this choice.</p>
      </div>
    </div>
    <Filters view={view} />
    {view.told.length === 0 ? (
      <Empty title="Nobody">Choose something else above.</Empty>
    ) : (
      <div class="scroll">
        <table class="people tight">
          <thead>
            <tr>
              {["Prospect", "There", "What", "Rep"].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.told.map((told) => (
              <tr>
                <th scope="row">
                  <a class="title" href={`/calendar/${view.rehearsed.id}/prospects/${told.prospectId}`}>
                    {told.name}
                  </a>
                </th>
                <td>
                  {told.time} {placeOf(told.zone)}
                </td>
                <td>
                  <Outcome told={told} />
                </td>
                <td>{told.rep}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
    <Pager next={view.next} first={view.first} />
  </>
);
