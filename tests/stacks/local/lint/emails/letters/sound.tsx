import { Body, Head, Html, Text } from "react-email";

type SoundProps = { readonly subject: string; readonly greeting: string };

/** A letter with nothing to mend. */
const Sound = ({ greeting }: SoundProps) => (
  <Html>
    <Head />
    <Body>
      <Text>{greeting}</Text>
      <Text>The figures that you asked for are in the attachment.</Text>
    </Body>
  </Html>
);

Sound.PreviewProps = { subject: "The figures", greeting: "Hello Ana," } satisfies SoundProps;

export default Sound;
