import type { ReactNode } from "react";
import { Heading, Img, Link, Section, Text } from "react-email";
import { useLook } from "../look.ts";
import { color, picture, type } from "../theme.ts";

export type ArticleCardProps = {
  /** What it is, over the title: "From our blog · 4 minutes". */
  readonly label: string;
  readonly title: string;
  readonly image?: string | undefined;
  readonly href: string;
  readonly children: ReactNode;
};

const alt = {
  ...type.small,
  width: "100%",
  maxWidth: "100%",
  height: "auto",
  borderRadius: "9px 9px 0 0",
} as const;

/** The article in a frame: picture, label, title, and whatever says more of it. */
export const ArticleCard = ({ label, title, image, href, children }: ArticleCardProps) => {
  const look = useLook();
  return (
    <Section style={{ padding: "22px 0 6px" }}>
      <Section
        className="mw-line"
        style={{ border: `1px solid ${color.line}`, borderRadius: "10px", borderCollapse: "separate" }}
      >
        {image === undefined ? null : (
          <Link href={href} className="quiet" style={{ color: color.muted }}>
            <Img
              src={image}
              alt={title}
              {...picture}
              className="mw-soft mw-muted"
              style={{ ...alt, backgroundColor: look.soft }}
            />
          </Link>
        )}
        <Section tdClassName="mw-card-pad" style={{ padding: "22px 26px 26px" }}>
          <Text className="mw-accent" style={look.label}>
            {label}
          </Text>
          <Heading as="h1" style={{ ...type.title, padding: "4px 0 0" }} dir="auto">
            <Link href={href} className="mw-ink quiet" style={{ ...type.title, textDecoration: "none" }}>
              {title}
            </Link>
          </Heading>
          {children}
        </Section>
      </Section>
    </Section>
  );
};
