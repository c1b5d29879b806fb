import { runInNewContext } from "node:vm";
import { script } from "../../../functions/console/script.ts";

/** As much of an element as the script touches. */
type FakeElement = {
  readonly tag: string;
  readonly dataset: { [name: string]: string };
  readonly attributes: Map<string, string>;
  children: FakeElement[];
  readonly classes: Set<string>;
  textContent: string;
  hidden: boolean;
  parent?: FakeElement | undefined;
  href: string;
  click(): void;
  fire(event: string): void;
  readonly [more: string]: unknown;
};

export function element(
  tag: string,
  parts: { dataset?: { [name: string]: string }; inside?: Record<string, FakeElement> } = {},
): FakeElement {
  const listeners: { event: string; run: () => void }[] = [];
  const classes = new Set<string>();
  const made: FakeElement = {
    tag,
    dataset: parts.dataset ?? {},
    attributes: new Map(),
    children: [],
    classes,
    classList: { toggle: (name: string, on: boolean) => void (on ? classes.add(name) : classes.delete(name)) },
    textContent: "",
    hidden: true,
    href: "",
    get firstElementChild() {
      return made.children[0];
    },
    setAttribute: (name: string, value: string) => void made.attributes.set(name, value),
    querySelector: (selector: string) => parts.inside?.[selector] ?? null,
    closest: () => made,
    append: (...more: FakeElement[]) => {
      for (const one of more) one.parent = made;
      made.children.push(...more);
    },
    remove: () => {
      if (made.parent) made.parent.children = made.parent.children.filter((child) => child !== made);
    },
    addEventListener: (event: string, run: () => void) => void listeners.push({ event, run }),
    click: () => made.fire("click"),
    fire: (event) => listeners.filter((one) => one.event === event).forEach(({ run }) => run()),
  };
  return made;
}

type Notified = { readonly title: string; readonly body: string; readonly tag: string; click(): void };

export type PageParts = {
  /** What is found under each selector. */
  readonly elements: { readonly [selector: string]: FakeElement[] };
  readonly path?: string;
  readonly permission?: "default" | "granted" | "denied";
  /** What the browser keeps for the site, and for the tab. */
  readonly site?: Map<string, string>;
  readonly tab?: Map<string, string>;
  /** A phone's browser throws instead of notifying. */
  readonly phone?: boolean;
  /** Another page holds the lock. */
  readonly lockTaken?: boolean;
  /** What else of a browser the test brings along. */
  readonly more?: { readonly [name: string]: unknown };
};

const storage = (kept: Map<string, string>) => ({
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
});

/** A browser's page on which the console's script has run; time moves only by `pass`. */
export function pageWith(parts: PageParts) {
  let now = Date.parse("2030-01-01T00:00Z");
  const timers: { at: number; every: number | undefined; run: () => void }[] = [];
  const waits: number[] = [];
  const streams: { url: string; say: (event: string, id: string, said: unknown) => void }[] = [];
  const notified: Notified[] = [];
  const sent: unknown[] = [];
  const fromOthers: ((message: { data: unknown }) => void)[] = [];
  const went: string[] = [];
  const timer = (run: () => void, wait: number, every?: number) => {
    waits.push(wait);
    const made = { at: now + wait, every, run };
    timers.push(made);
    return made;
  };
  function EventSource(url: string) {
    const heard = new Map<string, (message: object) => void>();
    streams.push({
      url,
      say: (event, lastEventId, said) => heard.get(event)?.({ lastEventId, data: JSON.stringify(said) }),
    });
    return {
      addEventListener: (event: string, listener: (message: object) => void) => void heard.set(event, listener),
    };
  }
  function Notification(title: string, { body, tag }: { body: string; tag: string }) {
    if (parts.phone) throw new TypeError("Illegal constructor");
    let click = (): void => undefined;
    notified.push({ title, body, tag, click: () => click() });
    return { addEventListener: (_: string, listener: () => void) => void (click = listener), close: () => undefined };
  }
  const permission = Object.assign(Notification, {
    permission: parts.permission ?? "default",
    requestPermission: async () => void (permission.permission = "granted"),
  });
  const window = { focus: () => undefined, Notification };
  const locks = { request: (_: string, then: () => unknown) => Promise.resolve(parts.lockTaken ? undefined : then()) };
  runInNewContext(script, {
    ...parts.more,
    window,
    Notification,
    EventSource,
    document: {
      querySelectorAll: (selector: string) => parts.elements[selector] ?? [],
      querySelector: (selector: string) => parts.elements[selector]?.[0] ?? null,
      createElement: (tag: string) => element(tag),
    },
    Date: { now: () => now },
    location: { pathname: parts.path ?? "/", assign: (to: string) => void went.push(to) },
    localStorage: storage(parts.site ?? new Map()),
    sessionStorage: storage(parts.tab ?? new Map()),
    navigator: { locks },
    BroadcastChannel: function BroadcastChannel() {
      return {
        postMessage: (said: unknown) => void sent.push(said),
        addEventListener: (_: string, listener: (typeof fromOthers)[number]) => void fromOthers.push(listener),
      };
    },
    setTimeout: (run: () => void, wait: number) => timer(run, wait),
    clearTimeout: (made: (typeof timers)[number] | undefined) => {
      if (made && timers.includes(made)) timers.splice(timers.indexOf(made), 1);
    },
    setInterval: (run: () => void, wait: number) => timer(run, wait, wait),
    clearInterval: (made: (typeof timers)[number] | undefined) => made && timers.splice(timers.indexOf(made), 1),
  });
  return {
    streams,
    notified,
    sent,
    went,
    waits,
    hearFromAnotherPage: (data: unknown) => fromOthers.forEach((listener) => listener({ data })),
    /** Lets so many ms pass, with all that falls due. */
    pass: (ms: number) => {
      const until = now + ms;
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at)[0];
        if (!next || next.at > until) break;
        now = next.at;
        if (next.every === undefined) timers.splice(timers.indexOf(next), 1);
        else next.at += next.every;
        next.run();
      }
      now = until;
    },
  };
}
