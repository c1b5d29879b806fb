/** @jsxImportSource hono/jsx */
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import { sectorName } from "../sector-name.ts";

/** A few of those in a segment, to see whether they are who was meant. */
export const SampleList = ({ sample }: { sample: readonly Prospect[] }) => (
  <ul class="segment-sample">
    {sample.map((prospect) => (
      <li>
        <a href={`/prospects/${prospect.id}`} dir="auto">
          {displayName(prospect)}
        </a>{" "}
        <span class="quiet-text" dir="auto">
          {[prospect.company, sectorName(prospect.sector)].filter(Boolean).join(", ")}
        </span>
      </li>
    ))}
  </ul>
);
