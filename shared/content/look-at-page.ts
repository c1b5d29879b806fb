import type { App } from "../app.ts";
import { webAddress } from "./addresses.ts";
import { courtesy } from "./courtesy.ts";
import { type PageReading, readPage } from "./read-page.ts";

const LARGEST = 2 * 1024 * 1024;

/** Fetches a page and reads what it says of itself; keeps nothing. What was wrong is `refused`, in words that follow the address. */
export async function lookAtPage(app: App, address: string): Promise<PageReading> {
  const url = webAddress(address);
  if (!url) return { refused: "give a whole address, like https://example.com/blog/slow-cranes" };
  const headers = { ...courtesy(app.config), accept: "text/html, application/xhtml+xml;q=0.9, */*;q=0.5" };
  const answer = await app.outlet.get({ url, headers, mostBytes: LARGEST });
  if ("failed" in answer) return { refused: answer.failed };
  if (answer.status < 200 || answer.status > 299) return { refused: `it answered with HTTP status ${answer.status}` };
  return readPage(answer.body, { url: answer.url, contentType: answer.headers["content-type"] });
}
