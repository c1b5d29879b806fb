import { Body, Button, Head, Html, Img, Preview, Section, Text } from "react-email";

type PaleProps = { readonly greeting: string; readonly read: string };

/** An email with a mistake of each kind, to be found by `npm run lint:emails`. */
const Pale = ({ greeting, read }: PaleProps) => (
  <Html>
    <Head />
    <Body style={{ backgroundColor: "#ffffff" }}>
      <Preview>READ WHAT WE WROTE, AND READ IT SOON, ALL OF YOU</Preview>
      <Text>{greeting}</Text>
      <Text style={{ color: "#9aa4aa" }}>I am pale, and hardly to be read.</Text>
      <Text>I am just touching base, to see whether you had a minute.</Text>
      <Text style={{ display: "flex" }}>I stand in a row.</Text>
      <Img src="http://northgate.example/van.png" alt="A van" width="200" height="100" />
      <Section>
        <Button href={read} style={{ backgroundColor: "#0b6a60", color: "#ffffff", padding: "12px 20px" }}>
          Read the first
        </Button>
      </Section>
      <Section>
        <Button href={read} style={{ backgroundColor: "#0b6a60", color: "#ffffff", padding: "12px 20px" }}>
          Read the second
        </Button>
      </Section>
    </Body>
  </Html>
);

Pale.PreviewProps = { greeting: "Hi ,", read: "https://northgate.example/read" } satisfies PaleProps;

export default Pale;
