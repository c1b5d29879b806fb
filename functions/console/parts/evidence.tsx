/** @jsxImportSource hono/jsx */
import type { SeenEvidence } from "../evidence.ts";
import { dateIn, fromNow, whenIn } from "../when.ts";
import { When } from "./when.tsx";

type Shown = { readonly evidence: readonly SeenEvidence[]; readonly zone: string; readonly now: number };

/** What a call task stands on, each with how surely a person did it. What a machine did after all is struck out and says so. */
export const EvidenceList = ({ evidence, zone, now }: Shown) =>
  evidence.length === 0 ? null : (
    <ol class="evidence">
      {evidence.map(({ at, text, sure, machine }) => (
        <li>
          <span>{machine ? <s class="quiet-text">{text}</s> : text}</span>
          <small>
            <When zone={zone} at={at}>
              {text.includes(dateIn(zone, at)) ? "" : `${whenIn(zone, at)}, `}
              {fromNow(at, now)}
            </When>
            {sure && (
              <>
                {" · "}
                <span class={machine ? "overdue" : undefined}>{sure}</span>
              </>
            )}
          </small>
        </li>
      ))}
    </ol>
  );
