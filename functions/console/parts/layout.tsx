/** @jsxImportSource hono/jsx */
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Viewer } from "../../../shared/member/access.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import { areaOf } from "../areas.ts";
import type { Chrome } from "../chrome.ts";
import type { Flash } from "../flash.ts";
import { OWNER } from "../sign-in/owner.ts";
import { scriptPath } from "../script.ts";
import { stylePath } from "../style.ts";
import { Alerts } from "./alerts.tsx";
import { Mark } from "./mark.tsx";
import { Paused } from "./paused.tsx";
import { RepSwitch } from "./rep-switch.tsx";
import { TimeBar } from "./time-bar.tsx";

type Place = { readonly path: string; readonly text: string; readonly localOnly?: boolean };

const PLACES: readonly Place[] = [
  { path: "/", text: "Worklist" },
  { path: "/prospects", text: "Prospects" },
  { path: "/coming", text: "Coming emails" },
  { path: "/library", text: "Library" },
  { path: "/cadence", text: "Cadence" },
  { path: "/engagement", text: "Engagement" },
  { path: "/team", text: "Team" },
  { path: "/outbox", text: "Outbox", localOnly: true },
  { path: "/import", text: "Import", localOnly: true },
  { path: "/members", text: "Members" },
  { path: "/settings", text: "Settings" },
  { path: "/account", text: "Account" },
];

/** A call belongs to the worklist, though its address is the prospect's. */
const isHere = (place: Place, path: string): boolean =>
  place.path === "/" || path.includes("/calls/")
    ? place.path === "/" && (path === "/" || path.includes("/calls/"))
    : path === place.path || path.startsWith(`${place.path}/`);

/** Only what would not be refused. */
function mayGo({ viewer }: Chrome, path: string): boolean {
  const area = areaOf(path);
  return viewer !== undefined && area !== undefined && area !== "open" && area !== "token" && mayEnter(viewer, area);
}

const Places = ({ chrome }: { chrome: Chrome }) => (
  <nav class="places" aria-label="Pages of Midweek">
    {PLACES.filter((place) => (chrome.local || !place.localOnly) && mayGo(chrome, place.path)).map((place) => (
      <a href={place.path} aria-current={isHere(place, chrome.path) ? "page" : undefined}>
        {place.text}
      </a>
    ))}
  </nav>
);

const Said = ({ flash }: { flash: Flash }) => (
  <output class="flash">
    {flash.text} {flash.href && <a href={flash.href}>See what comes next</a>}
  </output>
);

const NothingSentYet = () => (
  <p class="flash">
    Nothing is sent yet: fill in <a href="/settings">Settings</a> first, then import reps, prospects and posts.
  </p>
);

const SignedIn = ({ viewer }: { viewer: Viewer }) => (
  <footer class="signed-in">
    {viewer === OWNER ? (
      <p>
        Signed in as the owner of this machine, because you opened it on localhost. <a href="/account">Account</a>
      </p>
    ) : (
      <p>
        Signed in as <span dir="auto">{viewer.name}</span>. <a href="/account">Account</a>
      </p>
    )}
  </footer>
);

type Framed = { readonly chrome: Chrome; readonly children?: Child };

/** For who is signed in: navigation, time bar, what was said, then the page. */
const Inside = ({ chrome, viewer, children }: Framed & { readonly viewer: Viewer }) => (
  <div class="frame">
    <header class="side">
      <a class="brand" href="/" aria-label="Midweek, to the worklist">
        <Mark />
        <span>Midweek</span>
      </a>
      <Places chrome={chrome} />
      {chrome.reader.seen.length + (chrome.reader.ownerless ? 1 : 0) > 1 && <RepSwitch chrome={chrome} />}
    </header>
    <div class="page">
      {chrome.moves.length > 0 && mayGo(chrome, "/time") && <TimeBar chrome={chrome} />}
      <main id="main" tabindex={-1}>
        {!chrome.companySaved && chrome.path !== "/settings" && <NothingSentYet />}
        {chrome.pause && <Paused pause={chrome.pause} zone={chrome.reader.zone} />}
        {chrome.flash && <Said flash={chrome.flash} />}
        {children}
      </main>
      {mayGo(chrome, "/events") && <Alerts now={chrome.reader.now} />}
      <SignedIn viewer={viewer} />
    </div>
  </div>
);

/** For who is not: nothing of the company's. */
const Outside = ({ chrome, children }: Framed) => (
  <div class="outside">
    <header>
      <a class="brand" href="/sign-in">
        <Mark />
        <span>Midweek</span>
      </a>
    </header>
    <main id="main" tabindex={-1}>
      {chrome.flash && <Said flash={chrome.flash} />}
      {children}
    </main>
  </div>
);

/** A whole document: skip link, and around the page what is around every page. */
export const Layout = ({ title, chrome, children }: Framed & { readonly title: string }) =>
  html`<!doctype html>${(
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title} - Midweek</title>
          <link rel="stylesheet" href={stylePath} />
          {chrome.viewer && <script src={scriptPath} defer></script>}
          <link rel="icon" href="/console.svg" type="image/svg+xml" />
        </head>
        <body>
          <a class="skip-link" href="#main">
            Skip to the page
          </a>
          {chrome.viewer ? (
            <Inside chrome={chrome} viewer={chrome.viewer}>
              {children}
            </Inside>
          ) : (
            <Outside chrome={chrome}>{children}</Outside>
          )}
        </body>
      </html>
    )}`;
