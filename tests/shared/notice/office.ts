import { recordEngagement } from "../../../shared/engagement/record.ts";
import { addWebhook } from "../../../shared/notice/endpoints.ts";
import type { Endpoint } from "../../../shared/notice/outlets.ts";
import { listOutbox } from "../../../shared/local/outbox.ts";
import type { OutboxEmail } from "../../../shared/local/outbox.ts";
import { entity } from "../../../shared/entity.ts";
import { noticesPk } from "../../../shared/keys.ts";
import type { Notice } from "../../../shared/notice/notice.ts";
import type { Outgoing } from "../../../shared/ports.ts";
import { readAll } from "../../../shared/read-all.ts";
import { prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

export const rui = prospect("rui00000000", {
  lastName: "Costa",
  phone: "+351912345678",
  crmId: "003-77",
  email: "rui@portofoods.example",
});

export const SLACK = "https://hooks.slack.example/services/T1/B2/secret";
export const MIRROR = "https://crm.example/midweek";

/** A company whose posts to other people's servers are kept here, and answered as the test says. */
export type Office = {
  readonly world: TestWorld;
  readonly posts: Outgoing[];
  readonly to: (url: string) => Outgoing[];
  /** What those servers say from now on, by address; 200 where nothing is said. */
  readonly answer: (url: string, says: number | "nothing") => void;
  /** A prospect asks for a call at this moment. */
  readonly ask: (at?: number, text?: string) => Promise<void>;
  readonly emails: () => OutboxEmail[];
  readonly waiting: () => Promise<Notice[]>;
  readonly mirror: (withNames?: boolean) => Promise<Endpoint>;
};

export async function officeOf(parts: NonNullable<Parameters<typeof testWorld>[0]> = {}): Promise<Office> {
  const posts: Outgoing[] = [];
  const answers = new Map<string, number | "nothing">();
  const outlet = {
    get: async () => ({ failed: "nobody there" }),
    post: async (outgoing: Outgoing) => {
      posts.push(outgoing);
      const says = answers.get(outgoing.url) ?? 200;
      return says === "nothing" ? { failed: "nobody there" } : { status: says };
    },
  };
  const world = await testWorld({ prospects: [rui], outlet, ...parts });
  let asked = 0;
  return {
    world,
    posts,
    to: (url) => posts.filter((post) => post.url === url),
    answer: (url, says) => void answers.set(url, says),
    ask: async (at = world.app.now(), text = "Call me") => {
      const id = `reply-${(asked += 1)}`;
      await recordEngagement(world.app, [{ id, prospectId: rui.id, kind: "reply", at, text }]);
    },
    emails: () => listOutbox(world.store, { limit: 100 }),
    waiting: async () => (await readAll(world.app.table, { pk: noticesPk })).map(entity<Notice>),
    mirror: (withNames = false) => addWebhook(world.app, { url: MIRROR, withNames }),
  };
}
