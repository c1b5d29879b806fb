/** The name under which calendars know a call: the same in the rep's feed and in the invite, and for as long as the task is there. */
export const callUid = (prospectId: string, number: number): string => `call-${prospectId}-${number}@midweek`;
