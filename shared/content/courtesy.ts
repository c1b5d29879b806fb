import type { Config } from "../config.ts";

/** Says who asks, and where those who run the server find out more. */
export const courtesy = ({ company: { website } }: Config): { readonly "user-agent": string } => ({
  // As an address is sent, whatever letters it was given with.
  "user-agent": website ? `Midweek (+${new URL(website).href})` : "Midweek",
});
