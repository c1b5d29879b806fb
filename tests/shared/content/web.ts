import type { Outlet } from "../../../shared/ports.ts";

type Page =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly text?: string }
  | { readonly failed: string };
type Request = { readonly method: string; readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** Other people's servers as a test has them: what stands there now, and what they were asked. */
export type Web = {
  readonly outlet: Outlet;
  readonly asked: Request[];
  /** From now on; a function is asked each time. */
  put(url: string, page: Page | ((request: Request) => Page)): void;
};

export function webOf(): Web {
  const pages = new Map<string, Page | ((request: Request) => Page)>();
  const asked: Request[] = [];
  return {
    asked,
    put: (url, page) => void pages.set(url, page),
    outlet: {
      post: async () => ({ failed: "nobody posts here" }),
      get: async ({ url, method = "GET", headers = {} }) => {
        const request = { method, url, headers };
        asked.push(request);
        const there = pages.get(url) ?? { status: 404 };
        const page = typeof there === "function" ? there(request) : there;
        if ("failed" in page) return page;
        const body = new TextEncoder().encode(method === "HEAD" ? "" : page.text);
        return { status: page.status ?? 200, headers: page.headers ?? {}, body, url };
      },
    },
  };
}
