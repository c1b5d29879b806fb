import { spawn } from "node:child_process";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds from `npm start` to the first page, on the folder given. */
async function startOnce(folder: string, port: number): Promise<number> {
  const start = performance.now();
  const child = spawn("npm", ["start"], {
    env: { ...process.env, MIDWEEK_DATA: folder, PORT: String(port) },
    stdio: "ignore",
    detached: true,
  });
  const over = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (answer?.ok && (await answer.text()).includes("</html>")) return performance.now() - start;
      if (performance.now() - start > 60_000) throw new Error("npm start did not answer within a minute");
      await pause(20);
    }
  } finally {
    // npm and what it started are one process group of our own.
    if (child.pid) process.kill(-child.pid, "SIGTERM");
    await over;
  }
}

/** The first start fills the sample company; the second is the one people meet every day. */
export async function measureStartUp(folder: string): Promise<{ firstMs: number; secondMs: number }> {
  const firstMs = await startOnce(folder, 4690);
  return { firstMs, secondMs: await startOnce(folder, 4691) };
}
