import { expect, test } from "vitest";
import type { Call } from "../../../shared/call/call.ts";
import { DAY } from "../../../shared/time.ts";
import { heldBy } from "../../../shared/touch/hold.ts";
import { MEETING_AT, agreed } from "../letter/agreed.ts";

const hot: Call = { ...agreed, lane: "hot", step: undefined };

test.each([
  ["a meeting", agreed, "a meeting is booked", "a meeting is booked, and what came of it is not noted yet"],
  ["somebody who asked", hot, "they asked and a call is open", "they asked and a call is open"],
] as const)("%s holds the emails until it lay for a week, and not for ever", (_, call, before, after) => {
  expect(heldBy(call, MEETING_AT - 30 * DAY)).toMatchObject({ detail: before });
  expect(heldBy(call, MEETING_AT + 7 * DAY)).toMatchObject({ detail: after });
  expect(heldBy(call, MEETING_AT + 7 * DAY + 1)).toBeUndefined();
});
