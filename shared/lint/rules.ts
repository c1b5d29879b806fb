/** "error": it is not sent like this. "advice": somebody should look at it. */
export type Level = "error" | "advice";

/** Most inboxes on a wide screen show about 70 characters of a subject (Gmail 70, Outlook on Windows 73; phones 33 to 48, so what matters stands first). */
export const SUBJECT_MOST = 70;
/** Below it an inbox has room left and fills it with whatever the email begins with; above, the longest row (Gmail on a wide screen, 120 to 140) cuts it. */
export const PREVIEW_LEAST = 40;
export const PREVIEW_MOST = 140;
/** Gmail shows 102 KB of an email's html and hides the rest behind a link, the way out with it; names and tracked links take their part. */
export const HTML_MOST = 90_000;
/** Longer titles are cut where the email shows them. */
export const TITLE_MOST = 200;

type Rule = { readonly level: Level; readonly title: string; readonly why: string };

/** Every rule that emails are held against, with what it stands for. */
export const RULES = {
  "cannot-be-made": {
    level: "error",
    title: "An email can be made of it",
    why: "Nobody can be mailed with it, nor can anything else about it be looked at, before it is mended.",
  },
  "says-nothing": {
    level: "error",
    title: "No phrase that says nothing new",
    why: "It asks for attention and gives nothing for it (practice 36): the next email is opened less.",
  },
  subject: {
    level: "error",
    title: `There is a subject, of at most ${SUBJECT_MOST} characters`,
    why: "It is all that most people read; inboxes cut what is longer.",
  },
  preview: {
    level: "error",
    title: `There is preview text, of at most ${PREVIEW_MOST} characters`,
    why: "Inboxes show it beside the subject; without it they show the way out or the name of a picture.",
  },
  "short-preview": {
    level: "advice",
    title: `The preview text has at least ${PREVIEW_LEAST} characters`,
    why: "An inbox shows some 40 to 140 characters; what is left empty could have said why to read it.",
  },
  capitals: {
    level: "error",
    title: "Nothing is all in capitals",
    why: "It reads as shouting, and filters take it for advertising.",
  },
  size: {
    level: "error",
    title: "The html is under 90 KB",
    why: "Gmail cuts an email at 102 KB, and hides what comes after behind a link.",
  },
  "same-words": {
    level: "error",
    title: "The plain text says the same as the html",
    why: "Some read only the plain text, and filters distrust an email whose two parts differ.",
  },
  "same-links": {
    level: "error",
    title: "The plain text has the links of the html",
    why: "Who reads the plain text must get to the same places.",
  },
  picture: {
    level: "error",
    title: "Every picture has words in its place, a width and an https address",
    why: "Pictures are off in many inboxes, Outlook on Windows goes by the width alone, and others load no picture over http.",
  },
  contrast: {
    level: "error",
    title: "Text can be read by day and by night",
    why: "WCAG 2.2 AA asks for a contrast of 4.5, or 3 for text from 24 px, or 18.7 px in bold.",
  },
  hole: {
    level: "error",
    title: "Where something about a person is not known, other words stand in",
    why: '"Hi ," tells the reader that nobody wrote this to them.',
  },
  "field-left-over": {
    level: "error",
    title: "No field is left in the text",
    why: "{{firstName}} in an inbox tells the reader that nobody looked.",
  },
  "https-link": {
    level: "error",
    title: "Links begin with https",
    why: "Mail programs and browsers warn of addresses that anybody on the way can read and change.",
  },
  "dead-link": {
    level: "error",
    title: "What is linked to is there",
    why: "Who clicks and finds nothing does not click again.",
  },
  "silent-link": {
    level: "advice",
    title: "What is linked to was there when it was last looked up",
    why: "A day without an answer may be an outage; from the second day that it is gone, or the fourth without an answer, it is dead.",
  },
  "unchecked-link": {
    level: "advice",
    title: "What is linked to was looked up",
    why: "Addresses are looked up once a day; until then nobody knows what a reader would find there.",
  },
  "way-out": {
    level: "error",
    title: "The way out stands before the letter, and in the plain text",
    why: "Who cannot find it says it is spam, which costs everybody else's delivery. Gmail and Yahoo ask senders for it.",
  },
  "postal-address": {
    level: "error",
    title: "The sender's postal address is in it",
    why: "CAN-SPAM asks for it in the United States, and much the same holds in Canada and the European Union.",
  },
  "dropped-css": {
    level: "error",
    title: "No CSS that Gmail, Outlook, Apple Mail or Yahoo drop",
    why: "They do not show it, by caniemail's data, and the email falls apart there.",
  },
  "dropped-html": {
    level: "error",
    title: "No HTML or kind of picture that Gmail, Outlook, Apple Mail or Yahoo drop",
    why: "They do not show it, by caniemail's data, and the reader misses it.",
  },
  "one-call-to-action": {
    level: "error",
    title: "There is one button, and other links are text",
    why: "Who is asked for one thing does it more often than who has to choose.",
  },
  "no-summary": {
    level: "error",
    title: "An article has a summary",
    why: "Without one the email has nothing but a title, and its preview text says that twice.",
  },
  "long-title": {
    level: "error",
    title: `An article's title has at most ${TITLE_MOST} characters`,
    why: "The email cuts it there, and the subject after 70.",
  },
  spam: {
    level: "advice",
    title: "No words that are typical of spam",
    why: "Filters weigh the sender far more than words, but these are what people report.",
  },
} as const satisfies { readonly [name: string]: Rule };

export type RuleName = keyof typeof RULES;
