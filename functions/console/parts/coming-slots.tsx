/** @jsxImportSource hono/jsx */
import { placeOf } from "../../../shared/time.ts";
import { KIND_NAMES } from "../article-words.ts";
import type { CadenceView } from "../cadence-view.ts";
import type { Reader } from "../chrome.ts";
import { fromNow, nearIn } from "../when.ts";
import { Empty } from "./empty.tsx";
import { When } from "./when.tsx";

const Coming = ({ view, reader }: { view: CadenceView; reader: Reader }) => (
  <div class="scroll">
    <table class="people">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">There</th>
          <th scope="col">In {placeOf(reader.zone)}</th>
          <th scope="col">What</th>
          <th scope="col" class="end">
            Prospects
          </th>
        </tr>
      </thead>
      <tbody>
        {view.coming.map(({ slot, timeZone, at }) => (
          <tr>
            <th scope="row">
              {placeOf(timeZone)} <span class="under small">{fromNow(at, reader.now)}</span>
            </th>
            <td data-label="there">
              <When zone={timeZone} at={at}>
                {nearIn(timeZone, at, reader.now)}
              </When>
            </td>
            <td data-label={`in ${placeOf(reader.zone)}`}>
              <When zone={reader.zone} at={at}>
                {nearIn(reader.zone, at, reader.now)}
              </When>
            </td>
            <td>{KIND_NAMES[slot.kind]}</td>
            <td class="end" data-label="Prospects:">
              {view.audience.get(timeZone) ?? "0"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The next of every slot in every zone with somebody in it, or why there is none. */
export const ComingSlots = ({ view, reader }: { view: CadenceView; reader: Reader }) => {
  if (view.coming.length > 0) return <Coming view={view} reader={reader} />;
  if (view.started && view.cadence.paused)
    return <Empty title="Nothing goes out">The cadence is paused; its slots are closed as they come.</Empty>;
  return (
    <Empty title="Nothing is planned yet">
      {view.started
        ? "A slot is planned for every time zone as soon as a prospect lives in it."
        : "Slots are planned once Settings are filled in."}
    </Empty>
  );
};
