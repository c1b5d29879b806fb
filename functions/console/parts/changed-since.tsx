/** @jsxImportSource hono/jsx */
import type { CadenceVersion } from "../../../shared/cadence/version.ts";
import { versionName } from "../cadence-words.ts";
import { When } from "./when.tsx";

/** Who saved meanwhile, when and what. */
export const ChangedSince = ({ since, zone }: { since: readonly CadenceVersion[]; zone: string }) => (
  <ul class="rules">
    {since.map((version) => (
      <li>
        {version.by ? <span dir="auto">{version.by}</span> : versionName(version)}
        {version.at !== undefined && (
          <>
            , <When zone={zone} at={version.at} />
          </>
        )}
        : {version.changes.join("; ")}.
      </li>
    ))}
  </ul>
);
