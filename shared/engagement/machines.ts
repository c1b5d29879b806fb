/** User agents of machines that fetch pictures and follow links in mail, each row with what it is and how we know it. */
import type { Signal } from "./signal.ts";
import type { Rule } from "./weights.ts";

/** Apple fetches every picture at some time after delivery, opened or not, and says only this much of itself. */
const APPLE_PRIVACY = /^Mozilla\/5\.0$/;
/** 17.0.0.0/8 is all Apple's. */
const APPLE_RANGE = "17.";
const GMAIL = /GoogleImageProxy/;

type Fetched = Pick<Signal, "kind" | "userAgent" | "network">;

type Row = { readonly pattern: RegExp; readonly who: string };

/**
 * Fetch a picture when a person opens the email, mostly: an open through them may be a person. They follow no links,
 * so a click under such a name is a machine.
 */
const pictureProxies: readonly Row[] = [
  { pattern: GMAIL, who: "Gmail's image proxy" },
  { pattern: /YahooMailProxy/, who: "Yahoo's mail proxy" },
  { pattern: /Shortwave Image Fetcher/, who: "Shortwave's image proxy" },
  { pattern: /FastmailUA/, who: "Fastmail's image proxy" },
];

/** First match names the machine; the special cases stand before the general ones. */
const machines: readonly Row[] = [
  { pattern: /Amazon CloudFront/, who: "a CDN before the tracker hides the user agent (it should forward the header)" },
  { pattern: /Barracuda|Mimecast|CiscoSecureEmail|IronPort|Proofpoint|TMES|SCMGUARD|cortex\//i, who: "a link scanner" },
  { pattern: /Symantec|MessageLabs|FireEye|Trend ?Micro|Sophos|ZScaler|Vade/i, who: "a link scanner" },
  { pattern: /Microsoft Office Existence Discovery/, who: "Office probing links before showing them" },
  { pattern: /Microsoft Exchange|SafeLinks/, who: "Exchange, checking links on delivery" },
  { pattern: /dataaccessd/, who: "a background process of Apple's systems" },
  { pattern: /HubSpot|Salesforce|Outreach|Marketo/i, who: "another sales system reading the mailbox" },
  // Chat programs unfold a link that someone pasted; the person who pasted it has already been seen.
  { pattern: /preview|unfurl|LinkExpanding|WhatsApp|TelegramBot|SkypeUri|facebookexternalhit/i, who: "a link preview" },
  {
    pattern: /Headless|PhantomJS|Puppeteer|Playwright|Selenium|Synthetics|Lighthouse|PageSpeed|PTST/i,
    who: "a driven browser",
  },
  {
    pattern: /\b(?:python|aiohttp|urllib|curl|wget|libwww|lwp|perl|ruby|php|guzzle|node|axios|undici)\b/i,
    who: "a script",
  },
  { pattern: /\bJava\b|HttpClient|okhttp|\bAHC\/|Jakarta|resty|Go-http|\bLua\b/i, who: "a script" },
  // Phones by Cubot are not bots.
  { pattern: /(?<!cu)bot\b|(?<!cu)bot[^a-z ]|(?<!cu)bots?[A-Z_]/i, who: "a crawler" },
  {
    pattern: /crawl|spider|slurp|archiver|scrap|scan|fetch|monitor|checker|validator|feed|rss|search|verif/i,
    who: "a crawler",
  },
  {
    pattern: /probe|index|analy[sz]|audit|uptime|lookup|survey|extract|sitemap|thumb|snapshot|transcod/i,
    who: "a crawler",
  },
  // Real browsers have not called themselves compatible since Internet Explorer.
  { pattern: /compatible; (?!MSIE)|agent\b|favicon|link ?check/i, who: "a crawler" },
  // Browsers do not give an address where to complain; decent crawlers do.
  { pattern: /https?:|www\.|@[\w-]+\.\w|\w\.(?:com|net|org|io|fr|html)\b/i, who: "a crawler that gives its address" },
];

/** What people read mail and pages with. Anything that looks like none of these is taken for a machine. */
const browsers: readonly RegExp[] = [
  /^Mozilla\/5\.0 \((?:Windows|Macintosh|iPhone|iPad|iPod|X11|Linux|Android|Wayland|Mobile)[^)]*\).*(?:Gecko|Trident|WebKit)/,
  // Internet Explorer's engine, which Outlook on the desktop shows mail with.
  /^Mozilla\/[45]\.0 \((?:compatible; MSIE|Windows NT).*Trident/,
  /Microsoft Office|Microsoft Outlook|MSOffice|ms-office|Outlook-(?:iOS|Android)/,
  /Thunderbird\/|Postbox\/|Lotus-Notes|Airmail|eM ?Client|BlackBerry|Opera\/9/,
];

/**
 * Is it an opening by Apple's servers: by their name, or from Apple's own range (unmta.com/docs/bot-signatures), where they call themselves a Mac? Staff of
 * Apple's open from there as well, and are not measurable either.
 */
export const isApplePrivacy = ({ kind, userAgent, network }: Fetched): boolean =>
  kind === "open" && (APPLE_PRIVACY.test(userAgent?.trim() ?? "") || network?.startsWith(APPLE_RANGE) === true);

export type Program = { readonly rule: Rule | "browser"; readonly reason?: string };

/** What fetched it, by what it says of itself. "browser" leaves it to the clock whether it was a person. */
export function judgeProgram(signal: Fetched): Program {
  const { kind } = signal;
  const userAgent = signal.userAgent?.trim() ?? "";
  if (isApplePrivacy(signal)) return { rule: "apple-privacy" };
  if (!userAgent) return { rule: "says-nothing" };
  if (APPLE_PRIVACY.test(userAgent)) return { rule: "known-machine" };
  const proxy = pictureProxies.find(({ pattern }) => pattern.test(userAgent));
  if (proxy && kind === "open")
    return proxy.pattern === GMAIL
      ? { rule: "gmail-open" }
      : { rule: "browser", reason: `maybe a person, through ${proxy.who}` };
  const machine = proxy ?? machines.find(({ pattern }) => pattern.test(userAgent));
  if (machine) return { rule: "known-machine", reason: machine.who };
  return browsers.some((pattern) => pattern.test(userAgent)) ? { rule: "browser" } : { rule: "unknown-program" };
}
