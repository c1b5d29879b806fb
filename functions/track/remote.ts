import type { Context } from "hono";
import * as z from "zod";
import { networkOf } from "../../shared/network.ts";

/** Who is at the other end: as API Gateway says it, or the socket of this machine. */
const Env = z.object({
  requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }).optional(),
  incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }).optional(),
});

/**
 * The network a request comes from. A peer on the same machine or network is a reverse proxy, and then the last entry of X-Forwarded-For counts, which
 * is the one it added itself; from anybody else the header is only a claim. Undefined where nothing tells.
 */
export function remoteNetwork(c: Context): string | undefined {
  const env = Env.safeParse(c.env).data;
  const peer = env?.requestContext?.http.sourceIp ?? env?.incoming?.socket.remoteAddress;
  if (peer === undefined) return undefined;
  return networkOf(peer) ?? networkOf(c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "");
}
