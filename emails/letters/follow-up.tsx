import { Text } from "react-email";
import type { PersonProps } from "../_components/frame.tsx";
import type { BrandProps } from "../brand.ts";
import { LetterFrame } from "../_components/letter-frame.tsx";
import { NextCall, type NextCallProps } from "../_components/next-call.tsx";
import { sample } from "../_components/sample.ts";
import { Signature } from "../_components/signature.tsx";
import { Written, type Paragraph } from "../_components/written.tsx";
import { type } from "../theme.ts";

type FollowUpProps = {
  readonly subject: string;
  /** What stands between greeting and signature. */
  readonly paragraphs: readonly Paragraph[];
  /** The call that the invitation beside it is for. */
  readonly next?: NextCallProps | undefined;
  readonly postalAddress: string;
  readonly brand?: BrandProps | undefined;
  readonly person: Omit<PersonProps, "forWhom">;
  readonly unsubscribe: string;
};

/** After a call: what was agreed, in the rep's own words. */
const FollowUp = ({ subject, paragraphs, next, postalAddress, brand, person, unsubscribe }: FollowUpProps) => (
  <LetterFrame
    title={subject}
    why={`${person.repName} wrote this to ${person.address} after your call.`}
    unsubscribe={unsubscribe}
    postalAddress={postalAddress}
    brand={brand}
  >
    <Text className="mw-ink" style={type.text} dir="auto">
      {person.greeting}
    </Text>
    <Written paragraphs={paragraphs} />
    {next === undefined ? null : <NextCall {...next} also="The invitation for your calendar is attached." />}
    <Signature person={person} />
  </LetterFrame>
);

FollowUp.PreviewProps = {
  subject: "Thank you for the call. Next: meeting on Thu 3 Dec 2026",
  paragraphs: [
    [[{ kind: "text", value: "Thank you for the call on Thursday." }]],
    [
      [
        {
          kind: "text",
          value: "Here is a piece that goes with what you are working on, “What a missed window costs”:",
        },
      ],
      [{ kind: "link", value: "https://tidewater.example/blog/missed-window" }],
    ],
    [
      [{ kind: "text", value: "From my side:" }],
      [{ kind: "text", value: "- the figures of the three fleets, by Mon 30 Nov 2026" }],
    ],
  ],
  next: {
    what: "Meeting, 30 minutes",
    when: "Thu 3 Dec 2026, 10:00 in Lisbon",
    how: "To join, or to move it:",
    link: "https://tidewater.example/meet",
  },
  postalAddress: sample.company.postalAddress,
  person: sample.person,
  unsubscribe: sample.links.unsubscribe,
} satisfies FollowUpProps;

export default FollowUp;
