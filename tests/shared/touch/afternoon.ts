/** Wednesday afternoon in Lisbon, with a mailer that answers what it is told. */
import { getSuppressions } from "../../../shared/suppression/store.ts";
import { addressHash } from "../../../shared/id.ts";
import type { BulkMail, MailResult } from "../../../shared/ports.ts";
import type { TouchBatch } from "../../../shared/touch/touch.ts";
import { testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

export const WEDNESDAY_AFTERNOON = "2026-11-25T15:00Z";
export const SLOT = "2026-11-25";

export const batch = (prospectIds: string[], changes: Partial<TouchBatch> = {}): TouchBatch => ({
  cadenceId: "default",
  date: SLOT,
  slotKind: "blog-post",
  timeZone: "Europe/Lisbon",
  scheduledAt: Date.parse(WEDNESDAY_AFTERNOON),
  prospectIds,
  ...changes,
});

export async function atTheSlot(parts: Parameters<typeof testWorld>[0]): Promise<TestWorld> {
  const world = await testWorld(parts);
  world.clock.standAt(Date.parse(WEDNESDAY_AFTERNOON));
  return world;
}

/** Answers what it is told, for the prospect of that tag, and keeps what it was given. */
export function mailerThat(answer: (prospectId: string) => MailResult | Promise<MailResult>) {
  const given: BulkMail[] = [];
  const forgotten: string[] = [];
  return {
    given,
    forgotten,
    forget: async (prospectId: string) => void forgotten.push(prospectId),
    sendBulk: async (mail: BulkMail) => {
      given.push(mail);
      return Promise.all(mail.entries.map(async ({ tags }) => answer(tags["prospect"] ?? "")));
    },
  };
}

/** Why the address is suppressed, if it is. */
export async function suppressedFor(world: TestWorld, address: string): Promise<string | undefined> {
  const hash = addressHash(address);
  return (await getSuppressions(world.app.table, [hash])).get(hash)?.reason;
}
