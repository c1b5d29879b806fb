import { Text } from "react-email";
import { ArticleCard, type ArticleCardProps } from "../_components/article-card.tsx";
import { Partial } from "../_components/partial.tsx";
import { sample } from "../_components/sample.ts";
import { color, type } from "../theme.ts";

type Alone = Omit<ArticleCardProps, "children"> & { readonly summary: string };

const ArticleCardAlone = ({ summary, ...card }: Alone) => (
  <Partial title="Article card" onSheet>
    <ArticleCard {...card}>
      <Text className="mw-muted" style={{ ...type.text, color: color.muted, paddingTop: "8px" }}>
        {summary}
      </Text>
    </ArticleCard>
  </Partial>
);

ArticleCardAlone.PreviewProps = {
  label: "From our blog · 4 minutes",
  title: "What a missed delivery window really costs",
  href: sample.links.read,
  image: sample.image,
  summary:
    "Most of the bill never shows up on an invoice: the second trip, the phone calls, the dock that stood empty.",
} satisfies Alone;

export default ArticleCardAlone;
