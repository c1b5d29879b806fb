import { Resource } from "sst/resource";
import * as z from "zod";
import type { LinkKey } from "../../config.ts";
import { readLinkKeys } from "../../link-keys.ts";

const Links = z.object({ LinkKeys: z.object({ value: z.string() }) });

/** The keys that sign links, from the secret that SST hands over encrypted; never in the plain environment. */
export const linkKeysOfEnvironment = (): readonly LinkKey[] => readLinkKeys(Links.parse(Resource).LinkKeys.value);
