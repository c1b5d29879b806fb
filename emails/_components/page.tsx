import type { ReactNode } from "react";
import { Body, Container, Head, Html, Preview, Section } from "react-email";
import type { BrandProps } from "../brand.ts";
import { LookContext, lookOf } from "../look.ts";
import { color, font, layoutCss } from "../theme.ts";

type PageProps = {
  readonly title: string;
  /** What the inbox shows after the subject, at most 200 characters; without it, how the email begins. */
  readonly preview?: string | undefined;
  readonly brand?: BrandProps | undefined;
  readonly children: ReactNode;
  /** What comes after everything a reader sees. */
  readonly after?: ReactNode;
};

/** Head, colours for day and night, and the column in the middle. */
export const Page = ({ title, preview, brand, children, after }: PageProps) => {
  const look = lookOf(brand);
  return (
    <LookContext value={look}>
      <Html lang="en">
        <Head>
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
          <style>{layoutCss}</style>
          <style>{look.darkCss}</style>
        </Head>
        <Body className="mw-page" style={{ backgroundColor: color.page, margin: "0", padding: "0", fontFamily: font }}>
          {preview === undefined ? null : <Preview useTitleTag={false}>{preview}</Preview>}
          <Section className="mw-page" style={{ backgroundColor: color.page, padding: "20px 0 32px" }}>
            <Container className="mw-container">{children}</Container>
            {after}
          </Section>
        </Body>
      </Html>
    </LookContext>
  );
};

/** The sheet that the email is written on. */
export const Sheet = ({ children }: { readonly children: ReactNode }) => (
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
);
