import { describe, expect, test } from "vitest";
import { judgeSignal } from "../../../shared/engagement/human.ts";

const SENT = Date.UTC(2026, 10, 25, 15);
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36";
const click = { kind: "click", at: SENT + 60_000, userAgent: CHROME, method: "GET" } as const;

describe("who did it", () => {
  test("a click a minute after sending, from a browser, is a person's", () => {
    expect(judgeSignal(click, SENT)).toEqual({ human: true, reason: "a browser or mail program" });
  });

  test.each([0, 1, 9_999])("nobody clicks %i ms after sending", (after) => {
    expect(judgeSignal({ ...click, at: SENT + after }, SENT)).toMatchObject({ human: false });
  });

  test("ten seconds after sending somebody can have clicked", () => {
    expect(judgeSignal({ ...click, at: SENT + 10_000 }, SENT).human).toBe(true);
  });

  test("a request for headers only is a link checker, whatever it calls itself", () => {
    expect(judgeSignal({ ...click, method: "HEAD" }, SENT).human).toBe(false);
  });

  test("what the mail provider takes for a machine's is one's, however human it looks; what it does not, need not be a person's", () => {
    expect(judgeSignal({ ...click, automated: true }, SENT)).toEqual({
      human: false,
      reason: "the mail provider saw a machine",
    });
    expect(judgeSignal({ ...click, automated: false }, SENT).human).toBe(true);
    expect(judgeSignal({ ...click, automated: false, userAgent: "curl/8" }, SENT).human).toBe(false);
    expect(judgeSignal({ kind: "reply", at: click.at, text: "Call me", automated: true }).human).toBe(true);
  });

  test("no user agent, or a blank one, is a machine", () => {
    expect(judgeSignal({ kind: "open", at: click.at }, SENT).human).toBe(false);
    expect(judgeSignal({ ...click, userAgent: "  " }, SENT).human).toBe(false);
  });

  test("a reply and a form are the prospect's own words, however fast", () => {
    expect(judgeSignal({ kind: "reply", at: SENT + 1, text: "Call me" }, SENT).human).toBe(true);
    expect(judgeSignal({ kind: "form", at: SENT + 1 }, SENT).human).toBe(true);
  });

  test("an automatic reply is nobody's words, but talking of an office is", () => {
    expect(judgeSignal({ kind: "reply", at: click.at, text: "Automatic reply: back on Monday" }).human).toBe(false);
    expect(judgeSignal({ kind: "reply", at: click.at, text: "Out of office until 3 May" }).human).toBe(false);
    expect(judgeSignal({ kind: "reply", at: click.at, text: "I am out of the office, call my mobile" }).human).toBe(
      true,
    );
  });

  test.each([
    "Mozilla/5.0 (Linux; Android 11; CUBOT X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.6.0",
    "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/8.0; .NET4.0C; Microsoft Outlook 16.0.4266; ms-office; MSOffice 16)",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0",
    "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/128.0 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Mailspring/1.13.3 Chrome/100.0 Electron/18.3 Safari/537.36",
    "Outlook-iOS/729.2418.0 (iPhone)",
  ])("people are not lost: %s", (userAgent) => {
    expect(judgeSignal({ ...click, userAgent }, SENT).human).toBe(true);
  });
});
