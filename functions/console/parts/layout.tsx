/** @jsxImportSource hono/jsx */
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Viewer } from "../../../shared/member/access.ts";
import type { Chrome } from "../chrome.ts";
import type { Flash } from "../flash.ts";
import { OWNER } from "../sign-in/owner.ts";
import { scriptPath } from "../script.ts";
import { stylePath } from "../style.ts";
import { Alerts } from "./alerts.tsx";
import { Mark } from "./mark.tsx";
import { Paused } from "./paused.tsx";
import { mayGo, Places } from "./places.tsx";
import { RepSwitch } from "./rep-switch.tsx";
import { TimeBar } from "./time-bar.tsx";

const Said = ({ flash }: { flash: Flash }) => (
  <output class="flash">
    {flash.text} {flash.href && <a href={flash.href}>See what comes next</a>}
  </output>
);

const NothingSentYet = ({ chrome }: { chrome: Chrome }) => (
  <p class="flash">
    Nothing is sent yet: {chrome.companySaved ? "the cadence is paused. " : "Midweek does not know your company. "}
    {mayGo(chrome, "/start") ? (
      <a href="/start">See what is left to do</a>
    ) : (
      "Somebody of marketing, or an admin, has first steps to take."
    )}
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

/** Where people are who call; others would only read a button for ever. */
const isCalling = (path: string): boolean => path === "/" || path === "/account" || path.includes("/calls/");

/** Whoever is there sees to it. */
const AT_WORK = new Set(["/settings", "/start"]);

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
        {!(chrome.companySaved && chrome.started) && !AT_WORK.has(chrome.path) && <NothingSentYet chrome={chrome} />}
        {chrome.pause && (
          <Paused pause={chrome.pause} zone={chrome.reader.zone} mayResume={mayGo(chrome, "/sending/resume")} />
        )}
        {chrome.flash && <Said flash={chrome.flash} />}
        {children}
      </main>
      {mayGo(chrome, "/events") && <Alerts now={chrome.reader.now} offer={isCalling(chrome.path)} />}
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
