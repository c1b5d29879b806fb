import { Text } from "react-email";
import { CallToAction } from "../_components/call-to-action.tsx";
import { LetterFrame } from "../_components/letter-frame.tsx";
import { sample } from "../_components/sample.ts";
import { type } from "../theme.ts";

type FollowUpDueProps = {
  readonly subject: string;
  readonly repName: string;
  /** Whom the follow-up is to. */
  readonly who: string;
  /** How the draft begins. */
  readonly draftSubject: string;
  /** Where it can be read and sent. */
  readonly page: string;
  readonly postalAddress: string;
};

/** To a rep whose follow-up has not gone out within the hour (practice 50). */
const FollowUpDue = ({ subject, repName, who, draftSubject, page, postalAddress }: FollowUpDueProps) => (
  <LetterFrame title={subject} why={`Midweek tells ${repName} once of each draft.`} postalAddress={postalAddress}>
    <Text className="mw-ink" style={type.text} dir="auto">
      {`You spoke with ${who}, and the follow-up has not gone out yet. The draft is ready:`}
    </Text>
    <Text className="mw-ink" style={{ ...type.text, fontWeight: 600, paddingTop: "12px" }} dir="auto">
      {draftSubject}
    </Text>
    <CallToAction href={page}>Read it and send it</CallToAction>
  </LetterFrame>
);

FollowUpDue.PreviewProps = {
  subject: "Not sent yet: the follow-up to Ana",
  repName: "Maya Okafor",
  who: "Ana, Northwind",
  draftSubject: "Thank you for the call. Next: meeting on Thu 3 Dec 2026",
  page: "https://midweek.tidewater.example/prospects/p1/calls/3/follow-up/1",
  postalAddress: sample.company.postalAddress,
} satisfies FollowUpDueProps;

export default FollowUpDue;
