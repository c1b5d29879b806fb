/** @jsxImportSource hono/jsx */
import type { Reader } from "../chrome.ts";
import { Empty } from "../parts/empty.tsx";
import { Waiting, WorklistAside } from "../parts/worklist-aside.tsx";
import { WorklistRow } from "../parts/worklist-row.tsx";
import { whenIn } from "../when.ts";
import type { Aside } from "../worklist-aside.ts";
import type { Group, GroupKind, Worklist } from "../worklist-view.ts";

/** One sentence about a call that was just saved, moved or taken by somebody else, and where to look. */
export type Sentence = { readonly text: string; readonly href?: string | undefined; readonly bad?: boolean };

type WorklistPageProps = Worklist & {
  readonly aside: Aside;
  readonly reader: Reader;
  readonly notice?: Sentence | undefined;
};

const TITLES: { readonly [kind in GroupKind]: string } = {
  hot: "Call now",
  "good-hour": "Good hour now",
  due: "Due",
  "later-today": "Later today",
  coming: "The coming days",
  kept: "Kept for later",
};

const countOf = (groups: readonly Group[], counted: (kind: GroupKind) => boolean): number =>
  groups.filter(({ kind }) => counted(kind)).reduce((sum, { tasks }) => sum + tasks.length, 0);

function summary(groups: readonly Group[]): string {
  const [calls, kept] = [countOf(groups, (kind) => kind !== "kept"), countOf(groups, (kind) => kind === "kept")];
  const some = `${calls} ${calls === 1 ? "call" : "calls"}, in the order to make them`;
  const rest = kept > 0 ? `; ${kept} kept for another day` : "";
  return `${calls === 0 ? "No calls are waiting" : some}${rest}`;
}

const Told = ({ notice }: { notice: Sentence }) => (
  <p class={notice.bad ? "flash bad" : "flash"} role={notice.bad ? "alert" : undefined}>
    {notice.text} {notice.href && <a href={notice.href}>Look at it</a>}
  </p>
);

const Nobody = ({ aside, reader }: { aside: Aside; reader: Reader }) => (
  <Empty title="Nobody to call right now">
    {aside.waiting.length > 0 ? (
      "Above are calls that anybody may take over."
    ) : (
      <>
        A call appears here when a prospect's engagement rises, or when someone asks for one. Until then, see{" "}
        <a href="/coming">what goes out next</a> or <a href="/prospects">look through the prospects</a>
        {reader.rep && " and put a call on the list by hand"}.
      </>
    )}
  </Empty>
);

const Tasks = ({ group: { kind, tasks }, reader }: { group: Group; reader: Reader }) => (
  <section class={`group ${kind}`}>
    <h2>
      {TITLES[kind]} <span class="count">{tasks.length}</span>
    </h2>
    <ol class="rows">
      {tasks.map((task) => (
        <WorklistRow task={task} reader={reader} />
      ))}
    </ol>
  </section>
);

/** Whoever asked and waits comes before everything else. */
const isHot = ({ kind }: Group): boolean => kind === "hot";

export const WorklistPage = ({ groups, aside, reader, more, notice }: WorklistPageProps) => {
  const some = groups.filter(({ tasks }) => tasks.length > 0);
  return (
    <>
      <div class="head">
        <div>
          <h1>{reader.rep ? `${reader.rep.name}'s worklist` : "Worklist"}</h1>
          <p>
            {summary(some)}. {whenIn(reader.zone, reader.now)}.
          </p>
        </div>
      </div>
      {notice && <Told notice={notice} />}
      {some.filter(isHot).map((group) => (
        <Tasks group={group} reader={reader} />
      ))}
      <Waiting aside={aside} reader={reader} />
      <WorklistAside aside={aside} reader={reader} />
      {some.length === 0 && <Nobody aside={aside} reader={reader} />}
      {some
        .filter((group) => !isHot(group))
        .map((group) => (
          <Tasks group={group} reader={reader} />
        ))}
      {more && <p class="quiet-text section-top">More calls follow once these are made.</p>}
    </>
  );
};
