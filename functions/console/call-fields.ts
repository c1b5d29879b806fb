/** The fields of the call page's form. */
/** So many promises can be written down after one call. */
export const PROMISES = [1, 2, 3] as const;

export const CALL_FIELDS = [
  "version",
  "repId",
  "disposition",
  "notes",
  "stepKind",
  "stepAt",
  "stepDate",
  "stepTime",
  "stepNote",
  "notNowUntil",
  "giveUpReason",
  "promise1",
  "promiseDue1",
  "promise2",
  "promiseDue2",
  "promise3",
  "promiseDue3",
  "blocker",
  "blockerReview",
  "recording",
] as const;
export type CallField = (typeof CALL_FIELDS)[number];

export type CallValues = { readonly [field in CallField]?: string };
export type CallErrors = { [field in CallField]?: string };

export type CallFormState = {
  readonly values: CallValues;
  readonly errors: Readonly<CallErrors>;
  /** What is wrong with the whole. */
  readonly problem?: string | undefined;
};
