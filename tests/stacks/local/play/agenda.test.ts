import * as fc from "fast-check";
import { expect, test } from "vitest";
import { agenda } from "../../../../stacks/local/play/agenda.ts";

const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant("take" as const)), { maxLength: 200 });

test("whatever is put in and taken out in between, the earliest comes first, and of equals the one put in first", () => {
  fc.assert(
    fc.property(steps, (todo) => {
      const heap = agenda<number>();
      const sorted: { at: number; entry: number }[] = [];
      for (const [entry, step] of todo.entries()) {
        if (step === "take") expect(heap.take()).toBe(sorted.shift()?.entry);
        else {
          heap.put(step, entry);
          const place = sorted.findIndex(({ at }) => at > step);
          sorted.splice(place < 0 ? sorted.length : place, 0, { at: step, entry });
        }
        expect(heap.nextAt()).toBe(sorted[0]?.at);
      }
      for (const { entry } of sorted) expect(heap.take()).toBe(entry);
      expect(heap.take()).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});
