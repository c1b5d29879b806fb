import { ArticleCard } from "./_components/article-card.tsx";
import { CallToAction } from "./_components/call-to-action.tsx";
import { Closing } from "./_components/closing.tsx";
import { Frame } from "./_components/frame.tsx";
import { Letter } from "./_components/letter.tsx";
import { Quote } from "./_components/quote.tsx";
import { Problem, Result } from "./_components/result.tsx";
import { sample } from "./_components/sample.ts";
import { Signature } from "./_components/signature.tsx";
import type { Props, Template } from "./template.ts";

export const template = {
  purpose: "How a client in the reader's own sector went from a problem to a result: the email of most Thursdays.",
  carries: ["case-study"],
} satisfies Template;

type Opening = (client: string, forWhom: string, sector: string) => string;

const inTheSector: readonly Opening[] = [
  (client, forWhom, sector) => `${client} is in ${sector} as well, so I thought of ${forWhom}.`,
  (client, forWhom, sector) => `Here is how ${client}, also in ${sector}, went about it. I thought of ${forWhom}.`,
  (client, forWhom, sector) => `A story from ${sector}, about ${client}. I put it aside for ${forWhom}.`,
];

const anySector: readonly Opening[] = [
  (client, forWhom) => `What ${client} did made me think of ${forWhom}.`,
  (client, forWhom) => `I put the story of ${client} aside for ${forWhom}.`,
];

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Thursday's email: how a client in the reader's own sector went from a problem to a result. */
const CaseStudy = ({ article, opening, preview, company, person, links }: Props<typeof template>) => {
  const openings = article.sector === undefined ? anySector : inTheSector;
  const open = openings[opening % openings.length]!;
  return (
    <Frame title={article.title} preview={preview} company={company} person={person} links={links}>
      <Letter greeting={person.greeting} paragraphs={[open(article.client, person.forWhom, article.sector ?? "")]} />
      <ArticleCard
        label={[article.client, article.sector === undefined ? "Case study" : upperFirst(article.sector)].join(" · ")}
        title={article.title}
        href={links.read}
        image={article.image}
      >
        <Problem>{article.problem}</Problem>
        <Result number={article.number}>{article.result}</Result>
        {article.quote === undefined ? null : <Quote>{article.quote}</Quote>}
        <CallToAction href={links.read}>{`Read the story, ${article.readingTime}`}</CallToAction>
      </ArticleCard>
      <Closing question="Is this close to how it goes at your place?" links={links} />
      <Signature person={person} />
    </Frame>
  );
};

CaseStudy.PreviewProps = {
  ...sample,
  article: {
    title: "Harbour Freight Lines gave its dispatchers their mornings back",
    image: sample.image,
    readingTime: "5 minutes",
    client: "Harbour Freight Lines",
    sector: "logistics",
    problem:
      "Forty trucks were planned by hand between five and eight each morning, and every change after that went by phone.",
    result:
      "Plans now stand before the first driver arrives, and empty kilometres fell by almost a third within one quarter.",
    number: "31 %",
    quote: "I used to start the day with an apology. Now I start it with coffee.",
  },
  opening: 0,
  preview: "31 % fewer empty kilometres within one quarter, and a plan that stands before the first driver arrives.",
} satisfies Props<typeof template> & { image: string };

export default CaseStudy;
