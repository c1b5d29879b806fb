import { Text } from "react-email";
import type { PersonProps } from "../_components/frame.tsx";
import type { BrandProps } from "../brand.ts";
import { LetterFrame } from "../_components/letter-frame.tsx";
import { NextCall, type NextCallProps } from "../_components/next-call.tsx";
import { sample } from "../_components/sample.ts";
import { Signature } from "../_components/signature.tsx";
import { type } from "../theme.ts";

type ReminderProps = {
  readonly subject: string;
  readonly next: NextCallProps;
  /** What will be talked about, a few lines. */
  readonly agenda: readonly string[];
  readonly postalAddress: string;
  readonly brand?: BrandProps | undefined;
  readonly person: Omit<PersonProps, "forWhom">;
  readonly unsubscribe: string;
};

const paragraph = { ...type.text, paddingTop: "12px" };

/** In the hour before a call (practice 51): when, with whom, how, about what, and how to move it. */
const Reminder = ({ subject, next, agenda, postalAddress, brand, person, unsubscribe }: ReminderProps) => (
  <LetterFrame
    title={subject}
    why={`${person.repName} wrote this to ${person.address} because of the call you agreed on.`}
    unsubscribe={unsubscribe}
    postalAddress={postalAddress}
    brand={brand}
  >
    <Text className="mw-ink" style={type.text} dir="auto">
      {person.greeting}
    </Text>
    <Text className="mw-ink" style={paragraph}>
      We speak within the hour. Half an hour is all it takes.
    </Text>
    <NextCall {...next} />
    <Text className="mw-ink" style={{ ...paragraph, fontWeight: 600 }}>
      What I would like to cover
    </Text>
    {agenda.map((item, place) => (
      <Text key={item} className="mw-ink" style={{ ...type.text, paddingTop: "4px" }} dir="auto">
        {`${place + 1}. ${item}`}
      </Text>
    ))}
    <Text className="mw-ink" style={paragraph}>
      If another time suits you better, reply to this email, and we move it.
    </Text>
    <Signature person={person} />
  </LetterFrame>
);

Reminder.PreviewProps = {
  subject: "Our meeting at 10:00 (Lisbon time)",
  next: {
    what: "Meeting with Maya Okafor",
    when: "Thu 3 Dec 2026, 10:00 in Lisbon",
    how: "To join, or to move it:",
    link: "https://tidewater.example/meet",
  },
  agenda: [
    "Where things stand on your side, and who else should hear of it",
    "Something new that may be of use: What a missed delivery window really costs",
    "What comes next, and by when",
  ],
  postalAddress: sample.company.postalAddress,
  person: sample.person,
  unsubscribe: sample.links.unsubscribe,
} satisfies ReminderProps;

export default Reminder;
