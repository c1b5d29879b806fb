import { type About, hotWords, hrefOf } from "./about.ts";

/** As Slack asks for it ("Formatting text for app surfaces"): these three and no others; a mention needs a `<`, so none comes from outside. */
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });

/** The message for an incoming webhook that somebody asked for a call; no email address is in it. `now` in epoch ms. */
export function slackMessage(about: About, publicUrl: string, now: number) {
  const { who, why, since, there } = hotWords(about, now);
  const link = `<${publicUrl}${hrefOf(about.call)}|Open the call>`;
  const rep = about.rep ? escaped(about.rep.name) : "no rep yet";
  return {
    text: `Asked for a call: ${escaped(who)} (waiting ${since}), ${rep}. ${link}`,
    blocks: [
      section(`*Asked for a call: ${escaped(who)}*\n${escaped(why)}\n${link}`),
      {
        type: "context",
        elements: [{ type: "mrkdwn", text: `Waiting ${since} · ${rep} · ${escaped(there)}` }],
      },
    ],
  };
}

/** What a test says. */
export const slackTest = {
  text: "A test from Midweek: when a prospect asks for a call, it is said here.",
};
