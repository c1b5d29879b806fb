import { Text } from "react-email";
import { ArticleCard } from "./_components/article-card.tsx";
import { CallToAction } from "./_components/call-to-action.tsx";
import { Closing } from "./_components/closing.tsx";
import { Frame } from "./_components/frame.tsx";
import { Letter } from "./_components/letter.tsx";
import { sample } from "./_components/sample.ts";
import { Signature } from "./_components/signature.tsx";
import type { Props, Template } from "./template.ts";
import { color, type } from "./theme.ts";

export const template = {
  purpose: "A post or a resource, passed on by the rep with a line of their own: the email of most Wednesdays.",
  carries: ["blog-post", "resource"],
} satisfies Template;

const openings: readonly ((forWhom: string) => string)[] = [
  (forWhom) => `I put this one aside for ${forWhom}.`,
  (forWhom) => `This made me think of ${forWhom}.`,
  (forWhom) => `Of all we wrote lately, this is the piece I would hand to ${forWhom}.`,
  (forWhom) => `I have a short read here for ${forWhom}.`,
];

/** Wednesday's email: one post from the company's blog, passed on by the rep. */
const BlogPost = ({ article, opening, preview, company, person, links }: Props<typeof template>) => (
  <Frame title={article.title} preview={preview} company={company} person={person} links={links}>
    <Letter
      greeting={person.greeting}
      paragraphs={[
        openings[opening % openings.length]!(person.forWhom),
        article.talkingPoint === undefined ? "" : `In one sentence: ${article.talkingPoint}`,
      ]}
    />
    <ArticleCard
      label={`${article.label} · ${article.readingTime}`}
      title={article.title}
      href={links.read}
      image={article.image}
    >
      {article.summary === "" ? null : (
        <Text className="mw-muted" style={{ ...type.text, color: color.muted, paddingTop: "8px" }} dir="auto">
          {article.summary}
        </Text>
      )}
      <CallToAction href={links.read}>{`${article.action}, ${article.readingTime}`}</CallToAction>
    </ArticleCard>
    <Closing question="Does it raise a question, or did you solve it another way?" links={links} />
    <Signature person={person} />
  </Frame>
);

BlogPost.PreviewProps = {
  ...sample,
  article: {
    title: "What a missed delivery window really costs",
    summary:
      "Most of the bill never shows up on an invoice: the second trip, the phone calls, the dock that stood empty. We added it up for three fleets and found the same three leaks.",
    image: sample.image,
    readingTime: "4 minutes",
    label: "From our blog",
    action: "Read the post",
    talkingPoint: "The second trip costs less than the hour your dispatcher spends explaining it.",
  },
  opening: 1,
  preview: "Most of the bill never shows up on an invoice: the second trip, the phone calls, the empty dock.",
} satisfies Props<typeof template> & { image: string };

export default BlogPost;
