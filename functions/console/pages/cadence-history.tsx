/** @jsxImportSource hono/jsx */
import type { CadenceVersion } from "../../../shared/cadence/version.ts";
import { versionName } from "../cadence-words.ts";
import { Empty } from "../parts/empty.tsx";
import { When } from "../parts/when.tsx";

export type CadenceHistoryProps = {
  readonly id: string;
  readonly name: string;
  /** The version in force; undefined of a cadence that was removed. */
  readonly current: number | undefined;
  readonly versions: readonly CadenceVersion[];
  readonly zone: string;
  /** Query of the next, older page. */
  readonly older?: string | undefined;
};

const slotsOf = ({ cadence: { slots } }: CadenceVersion): string =>
  slots.map(({ weekday, time }) => `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)} ${time}`).join(", ");

const Row = ({ version, ...history }: CadenceHistoryProps & { version: CadenceVersion }) => {
  const number = version.cadence.version;
  const { id, current, zone } = history;
  return (
    <li class="history-row">
      <h2 class="row-title">
        {versionName(version)}
        {number === current && <span class="quiet-text"> (saved now)</span>}
      </h2>
      <p class="meta">
        {version.at === undefined ? (
          <span>From before the history was kept</span>
        ) : (
          <span>
            <When zone={zone} at={version.at} />
          </span>
        )}
        {version.by !== undefined && <span dir="auto">{version.by}</span>}
        <span>{slotsOf(version)}</span>
      </p>
      {version.changes.length > 0 && (
        <ul>
          {version.changes.map((change) => (
            <li>{change}.</li>
          ))}
        </ul>
      )}
      {number !== current && (
        <p class="buttons">
          <a
            class="button quiet"
            href={
              current === undefined
                ? `/cadence/new?copy=${id}&version=${number}`
                : `/cadence/${id}/edit?version=${number}`
            }
          >
            Bring version {number} back as a draft
          </a>
        </p>
      )}
    </li>
  );
};

export const CadenceHistoryPage = (history: CadenceHistoryProps) => (
  <>
    <a class="crumb" href="/cadence">
      Cadence
    </a>
    <div class="head">
      <div>
        <h1>History of {history.name}</h1>
        <p>
          {history.current === undefined
            ? "This cadence was removed. An earlier version can be brought back as a new one."
            : "Every save, the newest first. Bringing one back fills the form with it; it counts once it is saved."}
        </p>
      </div>
    </div>
    {history.versions.length === 0 ? (
      <Empty title="Never changed">
        It is as it began. <a href={`/cadence/${history.id}/edit`}>Edit it</a>, and each version is kept here.
      </Empty>
    ) : (
      <ol class="rows">
        {history.versions.map((version) => (
          <Row {...history} version={version} />
        ))}
      </ol>
    )}
    {history.older !== undefined && (
      <p class="pager">
        <a class="button" href={`/cadence/${history.id}/history?${history.older}`}>
          Show older ones
        </a>
      </p>
    )}
  </>
);
