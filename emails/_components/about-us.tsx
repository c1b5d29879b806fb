import { Link, Section, Text } from "react-email";
import { useLook } from "../look.ts";
import { color, type } from "../theme.ts";
import type { CompanyProps } from "./frame.tsx";

/** The constant "what we do" of every email, in one or two sentences. */
export const AboutUs = ({ company }: { readonly company: CompanyProps }) => {
  const { label } = useLook();
  return company.whatWeDo === undefined ? null : (
    <Section tdClassName="mw-side" style={{ padding: "24px 36px 0" }}>
      <Text className="mw-ink" style={{ ...type.small, fontWeight: 600, color: color.ink }}>
        {`What ${company.name} does`}
      </Text>
      <Text className="mw-muted" style={{ ...type.small, paddingTop: "2px" }} dir="auto">
        {company.whatWeDo}
      </Text>
      {company.website === undefined ? null : (
        <Text style={{ ...type.small, paddingTop: "2px" }}>
          <Link href={company.website} className="mw-accent" style={{ ...label, textDecoration: "underline" }}>
            More on our website
          </Link>
        </Text>
      )}
    </Section>
  );
};
