import { expect, test } from "vitest";
import { putCall } from "../../../shared/call/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { ana } from "../../fixtures/world.ts";
import { agreed, mailTo, send, withDraft } from "../letter/agreed.ts";

test("who declined is not invited to the day on which the rep looks again", async () => {
  const world = await withDraft();
  await world.app.table.write(putCall({ ...agreed, step: undefined, why: "Look again" }, "present"));
  await send(world);
  expect(mailTo(world)[0]?.attachments ?? []).toEqual([]);
  expect(mailTo(world)[0]?.text).not.toContain("30 minutes");
});

test("a call that was handed over is an invitation of who will call, in an email of who did", async () => {
  const world = await withDraft();
  const joao = { ...ana, id: "joao", name: "João Pinto", email: "joao@northgate.example" };
  await world.app.table.write(putRep(joao), putCall({ ...agreed, repId: "joao" }, "present"));
  await send(world);
  const [email] = mailTo(world);
  expect(email?.from.name).toBe("Ana Sousa");
  expect(email?.text).toContain("Meeting with João Pinto, 30 minutes");
  expect(email?.attachments?.[0]?.content.replaceAll(/\r\n /g, "")).toMatch(/^ORGANIZER.*joao@northgate\.example/m);
});
