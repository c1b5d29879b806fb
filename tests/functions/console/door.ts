import { consoleApp } from "../../../functions/console/app.tsx";
import type { ConsoleOptions } from "../../../functions/console/options.ts";
import { saveCompany } from "../../../shared/company.ts";
import { readEmail } from "../../../shared/local/outbox.ts";
import { testConfig, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { fillTeam } from "../../shared/member/team.ts";

export const SITE = "https://desk.northgate.example";

export type Page = {
  readonly status: number;
  readonly text: string;
  readonly location: string;
  readonly headers: Headers;
};

/** A browser with its own cookies, at a console where everybody has to sign in. */
export type Browser = {
  readonly cookies: Map<string, string>;
  go(path: string, headers?: Record<string, string>): Promise<Page>;
  send(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Page>;
};

export type Door = {
  readonly world: TestWorld;
  browser(site?: string): Browser;
  /** The links mailed so far, oldest first: path only. */
  links(): string[];
};

/** A company with somebody of each role behind a console that knows nobody by where they come from. */
export async function doorOf(options: ConsoleOptions = {}, publicUrl = SITE): Promise<Door> {
  const world = await testWorld({ config: { ...testConfig, publicUrl } });
  await saveCompany(world.app, world.app.config.company);
  await fillTeam(world);
  const pages = consoleApp(world.app, options);
  return {
    world,
    browser: (site = publicUrl) => browserOf((url, request) => pages.request(url, request), site),
    links: () =>
      world.emails().map(({ id }) => {
        const text = readEmail(world.store, id)?.text ?? "";
        return new URL(/https?:\/\/\S+\/sign-in\/link\/\S+/.exec(text)?.[0] ?? "about:blank").pathname;
      }),
  };
}

type Ask = (url: string, request: RequestInit) => Response | Promise<Response>;

function browserOf(ask: Ask, site: string): Browser {
  const cookies = new Map<string, string>();
  const request = async (
    path: string,
    init: Omit<RequestInit, "headers"> & { headers: Record<string, string> },
  ): Promise<Page> => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await ask(site + path, { ...init, headers: { ...(Cookie && { Cookie }), ...init.headers } });
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
    const { status, headers } = response;
    return { status, headers, text: await response.text(), location: headers.get("Location") ?? "" };
  };
  return {
    cookies,
    go: (path, headers = {}) => request(path, { headers: { Accept: "text/html", ...headers } }),
    send: (path, fields = {}, headers = {}) =>
      request(path, { method: "POST", body: new URLSearchParams(fields), headers: { Origin: site, ...headers } }),
  };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/Max-Age=0(;|$)/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

/** Asks for a link and follows it, in one browser. */
export async function signIn(door: Door, email: string, browser = door.browser()): Promise<Browser> {
  await browser.send("/sign-in", { email });
  await browser.send(door.links().at(-1) ?? "");
  return browser;
}
