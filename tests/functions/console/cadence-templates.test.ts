import { expect, test } from "vitest";
import { cadenceForm } from "../../../functions/console/cadence-form.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { getCadence } from "../../../shared/cadence/store.ts";
import { testConfig } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";

const sent = { ...cadenceForm(defaultCadence).values, version: "1", quietAfter: "6" };

test.each(["/cadence/default/edit", "/cadence/default/difference"])(
  "%s takes no cadence whose templates break what keeps an email from being sent, and says what that is",
  async (path) => {
    // A link of every template, which may not be plain http.
    const company = { ...testConfig.company, pricingPage: "http://northgate.example/pricing" };
    const { send, world } = await deskOf({ config: { ...testConfig, company } });
    const { status, text } = await send(path, sent);
    expect(status).toBe(422);
    expect(text).toMatch(/id="templates\.case-study-error">&quot;case-study&quot; breaks rules/);
    expect(text).toContain("http://northgate.example/pricing");
    expect(text).toMatch(/name="quietAfter"[^>]*value="6"/);
    expect(await getCadence(world.app.table, "default")).toEqual(defaultCadence);
  },
);
