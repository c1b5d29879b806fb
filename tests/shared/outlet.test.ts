import { describe, expect, test } from "vitest";
import { fetchOutlet } from "../../shared/outlet.ts";
import { receiver } from "./notice/receiver.ts";

describe("a post to somebody else's server", () => {
  test("brings the headers and the body there, and the status back", async () => {
    const theirs = await receiver();
    theirs.answer(202);
    const headers = { "content-type": "application/json", "webhook-id": "one" };
    expect(await fetchOutlet.post({ url: theirs.url, headers, body: '{"a":1}' })).toEqual({ status: 202 });
    expect(theirs.got).toMatchObject([{ body: '{"a":1}', headers }]);
    theirs.close();
  });

  test("follows no redirect", async () => {
    const theirs = await receiver();
    theirs.answer(302);
    expect(await fetchOutlet.post({ url: theirs.url, headers: {}, body: "" })).toEqual({ status: 302 });
    theirs.close();
  });

  test("says why nothing came about, and never throws", async () => {
    const gone = await receiver();
    gone.close();
    expect(await fetchOutlet.post({ url: gone.url, headers: {}, body: "" })).toEqual({
      failed: expect.stringContaining("ECONNREFUSED"),
    });
    expect(await fetchOutlet.post({ url: "no address", headers: {}, body: "" })).toHaveProperty("failed");
  });
});
