import { outletsKey } from "../keys.ts";
import type { Item, Table, Write } from "../ports.ts";
import { type Channel, channelOf, type Endpoint, Outlets } from "./outlets.ts";

const failureField = (channel: Channel): string => `failure_${channel}`;
const offField = (id: string): string => `off_${id}`;

/** What is changed at different moments by different hands is in fields of its own, so that nobody overwrites another's. */
function outletsFrom({ data }: Item): Outlets {
  const failures = Object.entries(data).flatMap(([field, value]) =>
    field.startsWith("failure_") ? [[field.slice("failure_".length), value]] : [],
  );
  const read = Outlets.parse({ ...data, failures: Object.fromEntries(failures) });
  const webhooks = read.webhooks.map((endpoint) => ({ ...endpoint, off: data[offField(endpoint.id)] }));
  return Outlets.parse({ ...read, webhooks });
}

/** As they are set, or as they are before anybody set them. */
export async function getOutlets(table: Table): Promise<Outlets> {
  const item = await table.get(outletsKey());
  return item ? outletsFrom(item) : Outlets.parse({});
}

const change = (set: Extract<Write, { kind: "update" }>["set"]): Write => ({ kind: "update", key: outletsKey(), set });

export type OutletSettings = Pick<Outlets, "alertReps" | "fallbackEmail" | "slackUrl">;

export const putSettings = ({ alertReps, fallbackEmail, slackUrl }: OutletSettings): Write =>
  change({ alertReps, fallbackEmail, slackUrl });

/** The list in place of the one that was read; holds only if nobody changed it meanwhile. */
export const putEndpoints = (endpoints: readonly Endpoint[], before: Outlets): Write => ({
  kind: "update",
  key: outletsKey(),
  set: {
    webhooks: endpoints.map(({ id, url, secret, withNames }) => ({ id, url, secret, withNames })),
    version: before.version + 1,
    // What was said of those who are gone goes with them.
    ...Object.fromEntries(
      before.webhooks
        .filter(({ id }) => endpoints.every((endpoint) => endpoint.id !== id))
        .flatMap((gone) => [
          [offField(gone.id), undefined],
          [failureField(channelOf(gone)), undefined],
        ]),
    ),
  },
  guard: { match: { version: before.version || null } },
});

/** Something went wrong there; `at` in epoch ms. */
export const noteFailure = (channel: Channel, at: number, says: string): Write =>
  change({ [failureField(channel)]: { at, says } });

/** It answers again. */
export const noteWell = (channel: Channel): Write =>
  change({
    [failureField(channel)]: undefined,
    ...(channel.startsWith("hook_") && { [offField(channel.slice("hook_".length))]: undefined }),
  });

export const switchOff = (endpointId: string, at: number, why: string): Write =>
  change({ [offField(endpointId)]: { at, why } });
