/** @jsxImportSource hono/jsx */
import type { OutboxLine } from "../local-world.ts";
import { Empty } from "../parts/empty.tsx";
import { Pager } from "../parts/pager.tsx";
import { When } from "../parts/when.tsx";

export type OutboxPageProps = {
  /** Each with the zone it is told in: the prospect's, or the reader's where the prospect is gone. */
  readonly lines: readonly { readonly line: OutboxLine; readonly zone: string }[];
  readonly next: string | undefined;
  readonly first: string | undefined;
  /** There are buttons that move the clock on. */
  readonly canMove: boolean;
};

export const addressText = ({ name, address }: { name?: string | undefined; address: string }): string =>
  name ? `${name} <${address}>` : address;

export const OutboxPage = ({ lines, next, first, canMove }: OutboxPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Outbox</h1>
        <p>Every email as it went out, newest first.</p>
      </div>
    </div>
    {lines.length === 0 ? (
      <Empty title="Nothing has been sent yet">
        Emails leave on Wednesday and Thursday afternoons.{" "}
        {canMove ? "Move the clock on with the buttons at the top, or see" : "See"}{" "}
        <a href="/cadence">what goes out next</a>.
      </Empty>
    ) : (
      <ol class="rows">
        {lines.map(({ line, zone }) => (
          <li>
            <h2 class="row-title">
              <a class="title" href={`/outbox/${line.id}`}>
                {line.subject || "(no subject)"}
              </a>
            </h2>
            <p class="meta">
              <span>To {line.to.name ?? line.to.address}</span>
              <span>From {line.from.name}</span>
              <When zone={zone} at={line.at} />
            </p>
          </li>
        ))}
      </ol>
    )}
    <Pager next={next} first={first} />
  </>
);
