/** What the stream says of somebody who asked; see functions/console/events.ts. */
type Hot = { readonly id: string; readonly name: string; readonly why: string; readonly href: string };

const isHot = (said: unknown): said is Hot =>
  typeof said === "object" && said !== null && "id" in said && "name" in said && "why" in said && "href" in said;

/** The place up to which this browser has heard, so that another page goes on from there. */
const HEARD = "midweek-heard";
/** More than these would hide the page. */
const MOST = 3;

/** Says it on the page, where it stays until it is followed or taken away. */
function show(place: HTMLElement, hot: Hot): void {
  if (location.pathname === hot.href) return;
  const link = document.createElement("a");
  link.href = hot.href;
  link.textContent = `${hot.name} asked for a call`;
  const why = document.createElement("small");
  why.textContent = hot.why;
  const away = document.createElement("button");
  away.type = "button";
  away.textContent = "Dismiss";
  const said = document.createElement("span");
  said.className = "alert";
  said.append(link, why, away);
  away.addEventListener("click", () => said.remove());
  while (place.children.length >= MOST) place.firstElementChild?.remove();
  place.append(said);
}

/** Says it outside the page, where the browser may; phones take no notification from a page, and say so by an error. */
function notify({ id, name, why, href }: Hot): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  try {
    const note = new Notification(`${name} asked for a call`, { body: why, tag: id });
    note.addEventListener("click", () => {
      window.focus();
      location.assign(href);
      note.close();
    });
  } catch {
    // It stands on the page.
  }
}

const mayAsk = (): boolean => "Notification" in window && Notification.permission === "default";

/** The button is there only while the browser would ask. */
function offerNotifications(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-notify]")) {
    button.hidden = !mayAsk();
    button.addEventListener("click", () => {
      void Notification.requestPermission().then(() => {
        button.hidden = !mayAsk();
      });
    });
  }
}

/** `from`: when the page was made, for a browser that has heard nothing yet. */
function listen(path: string, from: string, tell: (hot: Hot) => void): void {
  const heard = localStorage.getItem(HEARD) ?? from;
  const source = new EventSource(`${path}?after=${encodeURIComponent(heard)}`);
  const keep = ({ lastEventId }: MessageEvent<string>): void => localStorage.setItem(HEARD, lastEventId);
  source.addEventListener("ready", keep);
  source.addEventListener("hot", (message: MessageEvent<string>) => {
    keep(message);
    const said: unknown = JSON.parse(message.data);
    if (isHot(said)) tell(said);
  });
}

/** One page of the browser listens for all of them: a browser keeps six connections to a site open, and each stream is one. */
export function startAlerts(): void {
  const place = document.querySelector<HTMLElement>("[data-alerts]");
  if (!place) return;
  offerNotifications();
  const pages = new BroadcastChannel("midweek");
  pages.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isHot(data)) show(place, data);
  });
  const begin = (): void =>
    listen(place.dataset["alerts"] ?? "", place.dataset["from"] ?? "", (hot) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of this origin and takes none
      pages.postMessage(hot);
      show(place, hot);
      notify(hot);
    });
  if (!("locks" in navigator)) return begin();
  void navigator.locks.request("midweek-events", () => {
    begin();
    // The lock goes with the page.
    return new Promise<never>(() => undefined);
  });
}
