import { expect, test } from "vitest";
import { invitation, mailTo } from "../../contract/mailer.ts";
import { prospect } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";

const toRui = {
  to: { address: "rui@customer.example" },
  values: { firstName: "Rui", link: "https://northgate.example/a" },
  headers: {},
  tags: { prospect: "rui", letter: "follow-up-1-1" },
};

test("what an email brought with it can be seen in the outbox, and kept", async () => {
  const { world, open } = await deskOf({ prospects: [prospect("rui")] });
  await world.app.mailer.sendBulk({ ...mailTo(toRui), attachments: [invitation] });
  expect((await open("/outbox/1")).text).toContain(
    '<a href="/outbox/1/attachments/0" download="invite.ics">invite.ics</a>',
  );
  const file = await open("/outbox/1/attachments/0");
  expect(file.text).toBe(invitation.content);
  expect(file.headers.get("content-type")).toBe(invitation.contentType);
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="invite.ics"');
  for (const none of ["/outbox/1/attachments/1", "/outbox/1/attachments/x", "/outbox/2/attachments/0"])
    expect((await open(none)).status).toBe(404);
});

test("of an email that brought nothing, the page says nothing of attachments", async () => {
  const { world, open } = await deskOf({ prospects: [prospect("rui")] });
  await world.app.mailer.sendBulk(mailTo(toRui));
  expect((await open("/outbox/1")).text).not.toContain("Attached");
});
