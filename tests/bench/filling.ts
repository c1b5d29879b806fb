import { createElement } from "react";
import { render } from "react-email";
import BlogPost from "../../emails/blog-post.tsx";
import { renderArticle } from "../../shared/touch/compose.ts";
import { fill } from "../../shared/touch/fill.ts";
import { article, testConfig } from "../fixtures/world.ts";

const perCall = async (times: number, act: () => unknown): Promise<number> => {
  const start = process.cpuUsage();
  for (let n = 0; n < times; n++) await act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / times;
};

const names = [
  "greeting",
  "forWhom",
  "address",
  "repName",
  "repLine",
  "repInitial",
  "read",
  "unsubscribe",
  "preferences",
  "meeting",
  "pixel",
  "hidden",
];
const values = Object.fromEntries(names.map((name) => [name, `Ana & ${name} <b>`]));

/** CPU milliseconds of one email: filled from a compiled rendering (read to the last byte), and rendered by React Email (html and text). */
export async function measureFilling(): Promise<{ fillMs: number; renderMs: number; ratio: number }> {
  const rendering = await renderArticle(article("rounds"), testConfig.company, { tracked: true, meeting: true });
  const filled = (): number => {
    const email = fill(rendering, values);
    return Buffer.byteLength(email.html) + Buffer.byteLength(email.text);
  };
  const sample = createElement(BlogPost, BlogPost.PreviewProps);
  const rendered = async (): Promise<number> => {
    const html = await render(sample);
    return Buffer.byteLength(html) + Buffer.byteLength(await render(sample, { plainText: true }));
  };
  await perCall(2000, filled);
  await perCall(50, rendered);
  const fillMs = await perCall(20_000, filled);
  const renderMs = await perCall(300, rendered);
  return { fillMs, renderMs, ratio: renderMs / fillMs };
}
