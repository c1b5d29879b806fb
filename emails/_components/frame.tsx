import type { ReactNode } from "react";
import { Body, Container, Head, Html, Img, Preview, Section } from "react-email";
import { color, darkCss, font, layoutCss } from "../theme.ts";
import { AboutUs } from "./about-us.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Hidden } from "./hidden.tsx";

export type CompanyProps = {
  readonly name: string;
  readonly whatWeDo?: string | undefined;
  readonly website?: string | undefined;
  readonly postalAddress: string;
};

/** Whom it goes to and who writes; every text is ready to print. */
export type PersonProps = {
  /** "Hi Ana," or, without a name, "Hello,". */
  readonly greeting: string;
  /** "you and the team at Northwind". */
  readonly forWhom: string;
  /** The address it goes to. */
  readonly address: string;
  readonly repName: string;
  readonly repLine: string;
  readonly repInitial: string;
};

export type LinkProps = {
  readonly read: string;
  /** Only where the rep has a calling link. */
  readonly meeting?: string | undefined;
  /** Where a call is asked for; only where there is no `meeting`. */
  readonly callMe?: string | undefined;
  /** Only where the company has a page that says what it costs. */
  readonly pricing?: string | undefined;
  readonly unsubscribe: string;
  readonly preferences: string;
  /** Only where the reader agreed to be measured. */
  readonly pixel?: string | undefined;
  /** What only machines follow; where there is a pixel. */
  readonly hidden?: string | undefined;
};

export type FrameProps = {
  readonly title: string;
  /** What the inbox shows after the subject; at most 200 characters. */
  readonly preview: string;
  readonly company: CompanyProps;
  readonly person: PersonProps;
  readonly links: LinkProps;
  readonly children: ReactNode;
};

/** What every email has around its letter: head, preview text, leave links on top, what we do, footer, and what measures it. */
export const Frame = ({ title, preview, company, person, links, children }: FrameProps) => (
  <Html lang="en">
    <Head>
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
      <style>{layoutCss}</style>
      <style>{darkCss}</style>
    </Head>
    <Body className="mw-page" style={{ backgroundColor: color.page, margin: "0", padding: "0", fontFamily: font }}>
      <Preview useTitleTag={false}>{preview}</Preview>
      <Section className="mw-page" style={{ backgroundColor: color.page, padding: "20px 0 32px" }}>
        <Container className="mw-container">
          <Header company={company.name} unsubscribe={links.unsubscribe} preferences={links.preferences} />
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
            {children}
          </Section>
          <AboutUs company={company} />
          <Footer company={company} person={person} links={links} />
        </Container>
        {links.hidden === undefined ? null : <Hidden href={links.hidden} />}
        {links.pixel === undefined ? null : <Img src={links.pixel} alt="" width="1" height="1" />}
      </Section>
    </Body>
  </Html>
);
