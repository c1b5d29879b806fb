/** @jsxImportSource hono/jsx */
import type { Call } from "../../../shared/call/call.ts";
import { displayName } from "../../../shared/prospect/prospect.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import type { Reader } from "../chrome.ts";
import { fromNow } from "../when.ts";
import { LaneChip } from "./chip.tsx";
import { When } from "./when.tsx";

export type Late = { readonly call: Call; readonly prospect: Prospect; readonly repName: string };

export type OverdueProps = { readonly late: readonly Late[]; readonly count: number; readonly reader: Reader };

/** The calls that should have been made, the latest first; `count` is that of all, also those not shown. */
export const Overdue = ({ late, count, reader }: OverdueProps) => (
  <>
    <ol class="rows">
      {late.map(({ call, prospect, repName }) => (
        <li>
          <h3 class="row-title">
            <a class="title" href={`/prospects/${call.prospectId}/calls/${call.number}`}>
              {displayName(prospect)}
            </a>
          </h3>
          <p>{call.why}</p>
          <p class="meta">
            <LaneChip lane={call.lane} />
            <span class="overdue">due {fromNow(call.dueAt, reader.now)}</span>
            <When zone={call.timeZone} at={call.dueAt} />
            <span dir="auto">{repName}</span>
          </p>
        </li>
      ))}
    </ol>
    {count > late.length && <p class="quiet-text section-top">And {count - late.length} more.</p>}
  </>
);
