import type { ReactNode } from "react";
import { Img } from "react-email";
import type { BrandProps } from "../brand.ts";
import { AboutUs } from "./about-us.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Hidden } from "./hidden.tsx";
import { Page, Sheet } from "./page.tsx";

export type CompanyProps = {
  readonly name: string;
  readonly whatWeDo?: string | undefined;
  readonly website?: string | undefined;
  readonly postalAddress: string;
  readonly brand?: BrandProps | undefined;
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

/** What every email about an article has around its letter: leave links on top, what we do, footer, and what measures it. */
export const Frame = ({ title, preview, company, person, links, children }: FrameProps) => (
  <Page
    title={title}
    preview={preview}
    brand={company.brand}
    after={
      <>
        {links.hidden === undefined ? null : <Hidden href={links.hidden} />}
        {links.pixel === undefined ? null : <Img src={links.pixel} alt="" width="1" height="1" />}
      </>
    }
  >
    <Header company={company.name} unsubscribe={links.unsubscribe} preferences={links.preferences} />
    <Sheet>{children}</Sheet>
    <AboutUs company={company} />
    <Footer company={company} person={person} links={links} />
  </Page>
);
