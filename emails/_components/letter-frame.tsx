import type { ReactNode } from "react";
import { Link, Section, Text } from "react-email";
import type { BrandProps } from "../brand.ts";
import { type } from "../theme.ts";
import { Page, Sheet } from "./page.tsx";

type LetterFrameProps = {
  readonly title: string;
  /** Why the reader gets it, in a sentence or two. */
  readonly why: string;
  /** Where to leave; only where the reader may. */
  readonly unsubscribe?: string | undefined;
  readonly postalAddress: string;
  readonly brand?: BrandProps | undefined;
  readonly children: ReactNode;
};

const below = { ...type.small, paddingTop: "6px" };

/** Around a letter of one person to another: no head, nothing that measures, and a quiet way out at the foot. */
export const LetterFrame = ({ title, why, unsubscribe, postalAddress, brand, children }: LetterFrameProps) => (
  <Page title={title} brand={brand}>
    <Sheet>{children}</Sheet>
    <Section tdClassName="mw-side" style={{ padding: "18px 36px 0" }}>
      <Text className="mw-muted" style={type.small} dir="auto">
        {why}
      </Text>
      {unsubscribe === undefined ? null : (
        <Text className="mw-muted" style={below}>
          <Link href={unsubscribe} className="mw-muted" style={{ ...type.small, textDecoration: "underline" }}>
            Unsubscribe
          </Link>
        </Text>
      )}
      <Text className="mw-muted" style={below} dir="auto">
        {postalAddress}
      </Text>
    </Section>
  </Page>
);
