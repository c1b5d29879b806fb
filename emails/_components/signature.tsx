import { Column, Row, Section, Text } from "react-email";
import { useLook } from "../look.ts";
import { type } from "../theme.ts";
import type { PersonProps } from "./frame.tsx";

const round = {
  ...type.text,
  width: "44px",
  height: "44px",
  lineHeight: "44px",
  borderRadius: "22px",
  fontWeight: 700,
  textAlign: "center",
} as const;

/** Who writes, with an initial for a face. */
export const Signature = ({ person }: { readonly person: Pick<PersonProps, "repName" | "repLine" | "repInitial"> }) => {
  const { accent, soft } = useLook();
  return (
    <Section style={{ padding: "24px 0 0" }}>
      <Row>
        <Column width="44" style={{ width: "44px" }} data-skip-in-text="true">
          <Section width="44" style={{ width: "44px" }}>
            <Row>
              <Column
                align="center"
                className="mw-soft mw-accent"
                style={{ ...round, backgroundColor: soft, color: accent }}
              >
                {person.repInitial}
              </Column>
            </Row>
          </Section>
        </Column>
        <Column style={{ paddingLeft: "14px" }}>
          <Text className="mw-ink" style={{ ...type.text, lineHeight: "22px", fontWeight: 600 }}>
            {person.repName}
          </Text>
          <Text className="mw-muted" style={type.small}>
            {person.repLine}
          </Text>
        </Column>
      </Row>
    </Section>
  );
};
