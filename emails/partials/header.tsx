import { Header, type HeaderProps } from "../_components/header.tsx";
import { Partial } from "../_components/partial.tsx";
import { sample } from "../_components/sample.ts";

const HeaderAlone = (props: HeaderProps) => (
  <Partial title="Header">
    <Header {...props} />
  </Partial>
);

HeaderAlone.PreviewProps = {
  company: sample.company.name,
  unsubscribe: sample.links.unsubscribe,
  preferences: sample.links.preferences,
} satisfies HeaderProps;

export default HeaderAlone;
