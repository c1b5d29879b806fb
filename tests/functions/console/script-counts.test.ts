import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { element, pageWith } from "./fake-page.ts";

/** A form that counts, and the server's answers, which the test gives in the order it likes. */
function counting() {
  const place = element("div");
  const shown: { now: string } = { now: "before" };
  const counted = Object.assign(place, { replaceChildren: (...nodes: string[]) => void (shown.now = nodes.join("")) });
  const form = element("form", { dataset: { count: "/segments/count" } });
  const asked: { path: string; method: string; of: unknown; answer: (text: string) => void; fail: () => void }[] = [];
  const page = pageWith({
    elements: { "[data-count]": [form], "[data-counted]": [counted] },
    more: {
      fetch: (path: string, { method, body }: { method: string; body: { of: unknown } }) =>
        new Promise((done, fail) => {
          const answer = (text: string) => done({ text: async () => text });
          asked.push({ path, method, of: body.of, answer, fail: () => fail(new TypeError("no network")) });
        }),
      FormData: function FormData(of: unknown) {
        return { of };
      },
      // A page is its count here; one without has none.
      DOMParser: function DOMParser() {
        return { parseFromString: (text: string) => ({ querySelector: () => (text ? { childNodes: [text] } : null) }) };
      },
    },
  });
  const answered = async (at: number, text: string): Promise<string> => {
    asked[at]?.answer(text);
    await setImmediate();
    return shown.now;
  };
  return { form, page, asked, shown, answered };
}

test("what a segment's form fits is counted once nothing has changed for 400 ms, and put in its place", async () => {
  const { form, page, asked, answered } = counting();
  form.fire("input");
  page.pass(399);
  form.fire("input");
  page.pass(399);
  expect(asked).toEqual([]);
  page.pass(1);
  expect(asked).toMatchObject([{ path: "/segments/count", method: "POST" }]);
  expect(asked[0]?.of).toBe(form);
  expect(await answered(0, "12 prospects")).toBe("12 prospects");
});

test("an older count that comes late does not take the place of a newer one", async () => {
  const { form, page, asked, answered } = counting();
  for (const _ of ["first", "second"]) {
    form.fire("input");
    page.pass(400);
  }
  expect(asked).toHaveLength(2);
  expect(await answered(1, "newer")).toBe("newer");
  expect(await answered(0, "older")).toBe("newer");
});

test("what stands there stays when there is no network, or a page without a count comes back", async () => {
  const { form, page, asked, shown, answered } = counting();
  form.fire("input");
  page.pass(400);
  expect(await answered(0, "")).toBe("before");
  form.fire("input");
  page.pass(400);
  asked[1]?.fail();
  await setImmediate();
  expect(shown.now).toBe("before");
});
