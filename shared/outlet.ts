import { messageOf } from "./error.ts";
import type { Outlet } from "./ports.ts";

const PATIENCE_MS = 10_000;

/** fetch itself says only that it failed, and why in the cause. */
function whyOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return `nothing within ${PATIENCE_MS / 1000} seconds`;
  return messageOf(error instanceof Error && error.cause !== undefined ? error.cause : error);
}

/** The outlet port over fetch, in both worlds. */
export const fetchOutlet: Outlet = {
  post: async ({ url, headers, body }) => {
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers,
        body,
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.body?.cancel();
      return { status: answer.status };
    } catch (error) {
      return { failed: whyOf(error) };
    }
  },
};
