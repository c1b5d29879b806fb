import { Body, Container, Head, Html, Link, Preview, Section, Text } from "react-email";
import { CallToAction } from "./_components/call-to-action.tsx";
import { color, darkCss, font, layoutCss, type } from "./theme.ts";

export type SignInProps = {
  /** Whom it goes to. */
  readonly name: string;
  readonly company: string;
  readonly link: string;
};

const below = { ...type.small, paddingTop: "18px" };

/** A link to sign in with, to somebody of the company itself: nothing in it is measured, and there is nothing to unsubscribe from. */
const SignIn = ({ name, company, link }: SignInProps) => (
  <Html lang="en">
    <Head>
      <title>Sign in to Midweek</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <style>{layoutCss}</style>
      <style>{darkCss}</style>
    </Head>
    <Body className="mw-page" style={{ backgroundColor: color.page, margin: "0", padding: "0", fontFamily: font }}>
      <Preview useTitleTag={false}>It works once, for 15 minutes, in the browser where you asked for it.</Preview>
      <Section className="mw-page" style={{ backgroundColor: color.page, padding: "32px 0" }}>
        <Container className="mw-container">
          <Section
            className="mw-card"
            tdClassName="mw-pad"
            style={{
              backgroundColor: color.card,
              border: `1px solid ${color.line}`,
              borderRadius: "12px",
              borderCollapse: "separate",
              padding: "32px 36px",
            }}
          >
            <Text className="mw-ink" style={type.text} dir="auto">
              {`Hello ${name},`}
            </Text>
            <Text className="mw-ink" style={{ ...type.text, paddingTop: "12px" }} dir="auto">
              {`here is your link to Midweek at ${company}. It works once, for 15 minutes, in the browser where you asked for it.`}
            </Text>
            <CallToAction href={link}>Sign in to Midweek</CallToAction>
            <Text className="mw-muted" style={below}>
              If you did not ask for it, somebody typed your address; without this email they get nowhere, and you need
              do nothing. Do not pass it on.
            </Text>
            <Text className="mw-muted" style={below}>
              {"If the button does nothing, open this: "}
              <Link href={link} className="mw-muted quiet" style={{ ...type.small, textDecoration: "underline" }}>
                {link}
              </Link>
            </Text>
          </Section>
        </Container>
      </Section>
    </Body>
  </Html>
);

SignIn.PreviewProps = {
  name: "Ana",
  company: "Tidewater Planning",
  link: "https://midweek.tidewater.example/sign-in/link/7Yw1o0lVn2mX5cQ8sT4uR9eA3bD6fG0hJ1kL2pZxCvB",
} satisfies SignInProps;

export default SignIn;
