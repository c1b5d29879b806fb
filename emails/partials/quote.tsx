import { Partial } from "../_components/partial.tsx";
import { Quote } from "../_components/quote.tsx";

type QuoteProps = { readonly words: string };

const QuoteAlone = ({ words }: QuoteProps) => (
  <Partial title="Quote" onSheet>
    <Quote>{words}</Quote>
  </Partial>
);

QuoteAlone.PreviewProps = {
  words: "I used to start the day with an apology. Now I start it with coffee.",
} satisfies QuoteProps;

export default QuoteAlone;
