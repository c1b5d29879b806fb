import { Text } from "react-email";
import { expect, test } from "vitest";
import { sample } from "../../../emails/_components/sample.ts";
import BlogPost from "../../../emails/blog-post.tsx";
import CaseStudy from "../../../emails/case-study.tsx";
import type { Props, Template } from "../../../emails/template.ts";
import { carrying } from "../../../shared/template/carrying.ts";

// Held by the type checker (`npm run types`): where it accepted one of the mistakes below, an expected error would be missing.
const forPosts = { purpose: "For posts.", carries: ["blog-post", "resource"] } satisfies Template;
const forAll = { purpose: "For all.", carries: ["blog-post", "case-study"] } satisfies Template;

const Right = ({ article, person }: Props<typeof forPosts>) => (
  <Text>
    {article.summary}, {person.forWhom}
  </Text>
);
Right.PreviewProps = BlogPost.PreviewProps satisfies Props<typeof forPosts>;

const OfAll = ({ article }: Props<typeof forAll>) => <Text>{article.title}</Text>;
OfAll.PreviewProps = BlogPost.PreviewProps satisfies Props<typeof forAll>;

const Mistaken = ({ article, person }: Props<typeof forPosts>) => (
  <Text>
    {/* @ts-expect-error -- a person has no such field */}
    {person.fristName}
    {/* @ts-expect-error -- nor has an article */}
    {article.titel}
    {/* @ts-expect-error -- and only a case study has a client */}
    {article.client}
  </Text>
);

const MistakenForAll = ({ article }: Props<typeof forAll>) => (
  // @ts-expect-error -- a template for all kinds has what all have
  <Text>{article.summary}</Text>
);

// @ts-expect-error -- there is no such kind of article
const noKind = { purpose: "For nothing.", carries: ["podcast"] } satisfies Template;
// @ts-expect-error -- it must say what it is for
const noPurpose = { carries: ["blog-post"] } satisfies Template;

test("a file is taken for a template only if it can show what it says it carries, and has a preview of it", async () => {
  const right = carrying(async () => ({ template: forPosts, default: Right }));
  const ofAll = carrying(async () => ({ template: forAll, default: OfAll }));
  // @ts-expect-error -- a case study's email shows what a post has not
  carrying(async () => ({ template: forPosts, default: CaseStudy }));
  // @ts-expect-error -- without props for a preview
  carrying(async () => ({
    template: forPosts,
    default: ({ article }: Props<typeof forPosts>) => <Text>{article.title}</Text>,
  }));
  // @ts-expect-error -- without a line that says what it is for
  carrying(async () => ({ default: Right }));
  expect((await right()).template.carries).toEqual(["blog-post", "resource"]);
  expect((await ofAll()).default({ ...BlogPost.PreviewProps, ...sample }).type).toBe(Text);
  expect([Mistaken, MistakenForAll, noKind, noPurpose]).toHaveLength(4);
});
