import { expect, test } from "vitest";
import { feedback } from "../../functions/feedback.ts";
import { getTouch } from "../../shared/touch/store.ts";
import { SLOT } from "../shared/touch/afternoon.ts";
import { withReserved } from "../shared/feedback/heard.ts";

const event = (tags: object) => ({
  version: "0",
  source: "aws.ses",
  "detail-type": "Email Delivered",
  detail: {
    eventType: "Delivery",
    mail: { timestamp: "2026-11-25T15:00:00.000Z", messageId: "m1", destination: ["rui@customer.example"], tags },
    delivery: { timestamp: "2026-11-25T15:00:04.000Z" },
  },
});
const message = (id: string, body: unknown) => ({ id, body, attempt: 1 });

test("what SES tells of our emails is taken in, of others passed over; what cannot be read goes back alone", async () => {
  const { app } = await withReserved();
  const failures = await feedback(app, [
    message("ours", event({ prospect: ["rui"], slot: [SLOT] })),
    message("other", event({ "ses:configuration-set": ["midweek"] })),
    message("older", { notificationType: "Delivery" }),
  ]);
  expect(failures.map(({ id }) => id)).toEqual(["older"]);
  expect(await getTouch(app.table, "rui", SLOT)).toMatchObject({ outcome: "sent", messageId: "m1" });
});

test("with only other people's emails there is nothing to do", async () => {
  const { app } = await withReserved();
  expect(await feedback(app, [message("other", event({}))])).toEqual([]);
  expect(await getTouch(app.table, "rui", SLOT)).toMatchObject({ outcome: "reserved" });
});
