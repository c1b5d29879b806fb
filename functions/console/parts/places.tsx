/** @jsxImportSource hono/jsx */
import { mayEnter } from "../../../shared/member/access.ts";
import { areaOf } from "../areas.ts";
import type { Chrome } from "../chrome.ts";

type Place = { readonly path: string; readonly text: string; readonly localOnly?: boolean };

const GROUPS: readonly { readonly name: string; readonly places: readonly Place[] }[] = [
  {
    name: "Calls",
    places: [
      { path: "/", text: "Worklist" },
      { path: "/coming", text: "Coming emails" },
      { path: "/team", text: "Team" },
    ],
  },
  {
    name: "People",
    places: [
      { path: "/prospects", text: "Prospects" },
      { path: "/segments", text: "Segments" },
      { path: "/forms", text: "Sign-up forms" },
      { path: "/import", text: "Import", localOnly: true },
    ],
  },
  {
    name: "Content",
    places: [
      { path: "/library", text: "Library" },
      { path: "/templates", text: "Templates" },
      { path: "/experiments", text: "Experiments" },
    ],
  },
  {
    name: "Plan",
    places: [
      { path: "/calendar", text: "Calendar" },
      { path: "/cadence", text: "Cadence" },
    ],
  },
  {
    name: "What came of it",
    places: [
      { path: "/reports", text: "Reports" },
      { path: "/engagement", text: "Engagement" },
      { path: "/outbox", text: "Outbox", localOnly: true },
    ],
  },
  {
    name: "Midweek",
    places: [
      { path: "/start", text: "First steps" },
      { path: "/members", text: "Members" },
      { path: "/settings", text: "Settings" },
      { path: "/account", text: "Account" },
    ],
  },
];

/** A call belongs to the worklist, though its address is the prospect's. */
const isHere = (place: Place, path: string): boolean =>
  place.path === "/" || path.includes("/calls/")
    ? place.path === "/" && (path === "/" || path.includes("/calls/"))
    : path === place.path || path.startsWith(`${place.path}/`);

/** Only what would not be refused. */
export function mayGo({ viewer }: Chrome, path: string): boolean {
  const area = areaOf(path);
  return viewer !== undefined && area !== undefined && area !== "open" && area !== "token" && mayEnter(viewer, area);
}

/** Where one can go. On a phone behind a button: too many for a line. */
export const Places = ({ chrome }: { chrome: Chrome }) => {
  const groups = GROUPS.map(({ name, places }) => ({
    name,
    places: places.filter((place) => (chrome.local || !place.localOnly) && mayGo(chrome, place.path)),
  })).filter(({ places }) => places.length > 0);
  const here = groups.flatMap(({ places }) => places).find((place) => isHere(place, chrome.path));
  return (
    <>
      <button class="menu" type="button" popovertarget="places">
        Menu{here && <span class="menu-here">{here.text}</span>}
      </button>
      <nav class="places" id="places" popover="auto" aria-label="Pages of Midweek">
        {groups.map(({ name, places }) => (
          <section aria-label={name}>
            <p class="places-group" aria-hidden="true">
              {name}
            </p>
            {places.map((place) => (
              <a href={place.path} aria-current={place === here ? "page" : undefined}>
                {place.text}
              </a>
            ))}
          </section>
        ))}
      </nav>
    </>
  );
};
