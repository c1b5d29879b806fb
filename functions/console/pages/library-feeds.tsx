/** @jsxImportSource hono/jsx */
import { MOST_NEW_A_DAY, type FeedLook, type WatchedFeed } from "../../../shared/content/watched-feed.ts";
import type { Reader } from "../chrome.ts";
import { Chip } from "../parts/chip.tsx";
import { Empty } from "../parts/empty.tsx";
import { InputField } from "../parts/field.tsx";
import { When } from "../parts/when.tsx";

export type FeedsPageProps = {
  readonly feeds: readonly WatchedFeed[];
  readonly reader: Reader;
  readonly address: string;
  readonly error?: string | undefined;
};

/** What came of one look, in words. */
function lookInWords({ outcome, imported, updated, refused, waiting, says }: FeedLook): string {
  if (outcome === "failed") return `It failed: ${says ?? "nothing came"}`;
  if (outcome === "unchanged") return "Nothing had changed";
  const parts = [
    `${imported} new`,
    updated > 0 && `${updated} updated`,
    waiting > 0 && `${waiting} wait for another day`,
    refused > 0 && `${refused} not taken${says ? ` (${says})` : ""}`,
  ];
  return parts.filter(Boolean).join(", ");
}

const Deed = ({ feed, deed, text }: { feed: WatchedFeed; deed: string; text: string }) => (
  <form method="post" action={`/library/feeds/${feed.id}/${deed}`}>
    <button class="quiet" type="submit">
      {text} <span class="unseen">{feed.url}</span>
    </button>
  </form>
);

const Feed = ({ feed, zone }: { feed: WatchedFeed; zone: string }) => (
  <li>
    <h3 class="address">{feed.url}</h3>
    <p class="meta">
      {feed.failures > 0 ? (
        <Chip tone="wrong">{feed.failures === 1 ? "The last look failed" : `${feed.failures} looks failed`}</Chip>
      ) : (
        <Chip tone="tint">Well</Chip>
      )}
      <span>
        {feed.addedBy} added it, <When zone={zone} at={feed.addedAt} />
      </span>
      <span>
        Next look after <When zone={zone} at={feed.nextLookAt} />
      </span>
    </p>
    {feed.looks.length === 0 ? (
      <p class="small quiet-text">Not looked at yet.</p>
    ) : (
      <ol class="feed-looks" aria-label={`Looks at ${feed.url}, the last first`}>
        {feed.looks.slice(0, 5).map((look) => (
          <li class={look.outcome === "failed" ? "overdue" : undefined}>
            <When zone={zone} at={look.at} />: {lookInWords(look)}.
          </li>
        ))}
      </ol>
    )}
    <div class="buttons section-top">
      <Deed feed={feed} deed="look" text="Look now" />
      <Deed feed={feed} deed="stop" text="Stop watching" />
    </div>
  </li>
);

export const FeedsPage = ({ feeds, reader: { zone }, address, error }: FeedsPageProps) => (
  <>
    <a class="crumb" href="/library">
      Library
    </a>
    <div class="head">
      <div>
        <h1>Watched feeds</h1>
        <p>
          Once a day Midweek asks whether there is anything new, and takes at most {MOST_NEW_A_DAY} pieces of each;
          after failures it asks less often.
        </p>
      </div>
    </div>
    <div class="stack">
      <form class="card by-hand" method="post" action="/library/feeds" novalidate>
        <InputField
          name="address"
          label="Watch a feed"
          hint="RSS, Atom, RDF or JSON; the address of a blog that names its feed will do."
          type="url"
          value={address}
          error={error}
          placeholder="https://northgate.example/feed.xml"
          required
        />
        <button class="primary" type="submit">
          Watch it
        </button>
      </form>
      <section>
        <h2>Feeds</h2>
        {feeds.length === 0 ? (
          <Empty title="No feed is watched yet">
            Add your blog's, and new posts come into the library by themselves.
          </Empty>
        ) : (
          <ul class="rows">
            {feeds.map((feed) => (
              <Feed feed={feed} zone={zone} />
            ))}
          </ul>
        )}
      </section>
    </div>
  </>
);
