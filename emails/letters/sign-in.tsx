import { Text } from "react-email";
import { CallToAction } from "../_components/call-to-action.tsx";
import { Page, Sheet } from "../_components/page.tsx";
import { PlainLink } from "../_components/plain-link.tsx";
import { type } from "../theme.ts";

export type SignInProps = {
  /** Whom it goes to. */
  readonly name: string;
  readonly company: string;
  readonly link: string;
};

const below = { ...type.small, paddingTop: "18px" };

/** A link to sign in with, to somebody of the company itself: nothing in it is measured, and there is nothing to unsubscribe from. */
const SignIn = ({ name, company, link }: SignInProps) => (
  <Page title="Sign in to Midweek" preview="It works once, for 15 minutes, in the browser where you asked for it.">
    <Sheet>
      <Text className="mw-ink" style={type.text} dir="auto">
        {`Hello ${name},`}
      </Text>
      <Text className="mw-ink" style={{ ...type.text, paddingTop: "12px" }} dir="auto">
        {`here is your link to Midweek at ${company}. It works once, for 15 minutes, in the browser where you asked for it.`}
      </Text>
      <CallToAction href={link}>Sign in to Midweek</CallToAction>
      <Text className="mw-muted" style={below}>
        If you did not ask for it, somebody typed your address; without this email they get nowhere, and you need do
        nothing. Do not pass it on.
      </Text>
      <PlainLink href={link} />
    </Sheet>
  </Page>
);

SignIn.PreviewProps = {
  name: "Ana",
  company: "Tidewater Planning",
  link: "https://midweek.tidewater.example/sign-in/link/7Yw1o0lVn2mX5cQ8sT4uR9eA3bD6fG0hJ1kL2pZxCvB",
} satisfies SignInProps;

export default SignIn;
