import { Resource } from "sst/resource";
import * as z from "zod";
import { AppError } from "../../shared/error.ts";
import type { Place } from "../commands/place.ts";

/** What stacks/compute.ts links for people: the settings of all functions together, and the secret that signs links. */
const Links = z.object({
  Midweek: z.record(z.string(), z.string()),
  LinkKeys: z.object({ value: z.string() }),
});

/** What SST tells of the stage. AppError("invalid") where this does not run inside `sst shell`. */
export function links(): z.infer<typeof Links> {
  try {
    return Links.parse(Resource);
  } catch {
    throw new AppError(
      "invalid",
      "this acts on a stage on AWS and needs to be told which: npx sst shell --stage <stage> -- npm run -s midweek:aws -- <command>",
    );
  }
}

/** The stage whose `sst shell` this runs in, with the rights of whoever runs it. */
export const stage: Place = {
  options: (command) => command.option("--json", "answer in JSON"),
  accept: ({ senderAddress }) => {
    const { MIDWEEK_SENDER: sender } = links().Midweek;
    const [address, domain] = [senderAddress.toLowerCase(), senderAddress.toLowerCase().replace(/^.*@/, "")];
    if (sender && address !== sender && domain !== sender)
      throw new AppError(
        "invalid",
        `senderAddress: ${senderAddress} is not of MIDWEEK_SENDER, ${sender}: it may not send here`,
      );
  },
  within: async (_, __, act) => {
    Object.assign(process.env, links().Midweek);
    // Only now, because it reads its settings when it is made.
    const { everything } = await import("../../shared/aws/everything.ts");
    const app = everything();
    await app.ready();
    return act(app);
  },
};
