import { Footer, type FooterProps } from "../_components/footer.tsx";
import { Partial } from "../_components/partial.tsx";
import { sample } from "../_components/sample.ts";

const FooterAlone = (props: FooterProps) => (
  <Partial title="Footer">
    <Footer {...props} />
  </Partial>
);

FooterAlone.PreviewProps = {
  company: sample.company,
  person: sample.person,
  links: sample.links,
} satisfies FooterProps;

export default FooterAlone;
