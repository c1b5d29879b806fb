/** @jsxImportSource hono/jsx */
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Chrome } from "../chrome.ts";
import type { Flash } from "../flash.ts";
import { stylePath } from "../style.ts";
import { Mark } from "./mark.tsx";
import { Paused } from "./paused.tsx";
import { RepSwitch } from "./rep-switch.tsx";
import { TimeBar } from "./time-bar.tsx";

type Place = { readonly path: string; readonly text: string; readonly localOnly?: boolean };

const PLACES: readonly Place[] = [
  { path: "/", text: "Worklist" },
  { path: "/prospects", text: "Prospects" },
  { path: "/library", text: "Library" },
  { path: "/cadence", text: "Cadence" },
  { path: "/engagement", text: "Engagement" },
  { path: "/outbox", text: "Outbox", localOnly: true },
  { path: "/import", text: "Import", localOnly: true },
  { path: "/settings", text: "Settings" },
];

/** A call belongs to the worklist, though its address is the prospect's. */
const isHere = (place: Place, path: string): boolean =>
  place.path === "/" || path.includes("/calls/")
    ? place.path === "/" && (path === "/" || path.includes("/calls/"))
    : path === place.path || path.startsWith(`${place.path}/`);

const Places = ({ chrome }: { chrome: Chrome }) => (
  <nav class="places" aria-label="Pages of Midweek">
    {PLACES.filter((place) => chrome.local || !place.localOnly).map((place) => (
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

/** A whole document: skip link, navigation, time bar, flash, then the page. */
export const Layout = ({ title, chrome, children }: { title: string; chrome: Chrome; children?: Child }) =>
  html`<!doctype html>${(
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{title} - Midweek</title>
          <link rel="stylesheet" href={stylePath} />
          <link rel="icon" href="/console.svg" type="image/svg+xml" />
        </head>
        <body>
          <a class="skip-link" href="#main">
            Skip to the page
          </a>
          <div class="frame">
            <header class="side">
              <a class="brand" href="/" aria-label="Midweek, to the worklist">
                <Mark />
                <span>Midweek</span>
              </a>
              <Places chrome={chrome} />
              <RepSwitch chrome={chrome} />
            </header>
            <div class="page">
              {chrome.moves.length > 0 && <TimeBar chrome={chrome} />}
              <main id="main" tabindex={-1}>
                {!chrome.companySaved && chrome.path !== "/settings" && <NothingSentYet />}
                {chrome.pause && <Paused pause={chrome.pause} zone={chrome.reader.zone} />}
                {chrome.flash && <Said flash={chrome.flash} />}
                {children}
              </main>
            </div>
          </div>
        </body>
      </html>
    )}`;
