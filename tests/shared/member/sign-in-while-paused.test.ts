import { expect, test } from "vitest";
import { outboxMailer } from "../../../shared/local/outbox.ts";
import { requestSignIn } from "../../../shared/member/request-sign-in.ts";
import { newSecret } from "../../../shared/member/sign-in-link.ts";
import { pacedMailer } from "../../../shared/sending/paced-mailer.ts";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { entryOf, mailTo } from "../../contract/mailer.ts";
import { testWorld } from "../../fixtures/world.ts";
import { fillTeam, people } from "./team.ts";

test("while sending to prospects is paused, members still get in", async () => {
  const { app, store, emails, ...world } = await testWorld();
  await fillTeam({ app, store, emails, ...world });
  await pauseSending(app, { cause: "by hand", says: "we are moving house" });
  const mailer = pacedMailer(outboxMailer(store, app.now), { app, wait: async () => undefined });
  expect(await mailer.sendBulk(mailTo(entryOf("rui")))).toMatchObject([{ outcome: "throttled" }]);
  await requestSignIn(
    { ...app, mailer },
    { email: people.admin, browser: newSecret(), to: "/", url: "http://localhost:4600" },
  );
  expect(emails().map(({ to }) => to.address)).toEqual([people.admin]);
});
