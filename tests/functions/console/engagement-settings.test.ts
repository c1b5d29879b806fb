import { expect, test } from "vitest";
import { getCompany } from "../../../shared/company.ts";
import { deskOf } from "./desk.ts";

const fields = {
  name: "Southgate",
  whatWeDo: "",
  website: "",
  senderAddress: "hello@southgate.example",
  postalAddress: "1 Quay, Lisbon",
  timeZone: "Europe/Lisbon",
  untrackedCountries: "DE, FR",
  eraseOnWithdrawal: "keep",
  pricingPage: "https://southgate.example/pricing",
  falseTasksPerFortnight: "0.5",
};

test("what becomes of measured things, the pricing page and how sure a rise must be are kept and shown again", async () => {
  const { send, open, world } = await deskOf();
  await send("/settings", fields);
  expect(await getCompany(world.app.table)).toMatchObject({
    eraseOnWithdrawal: false,
    pricingPage: "https://southgate.example/pricing",
    falseTasksPerFortnight: 0.5,
    untrackedCountries: ["DE", "FR"],
  });
  const { text } = await open("/settings");
  expect(text).toMatch(/<option value="keep" selected/);
  expect(text).toContain('value="https://southgate.example/pricing"');
  expect(text).toMatch(/name="falseTasksPerFortnight"[^>]* value="0.5"/);
});

test("an emptied pricing page is gone, and an empty number is one again", async () => {
  const { send, world } = await deskOf();
  await send("/settings", fields);
  await send("/settings", { ...fields, pricingPage: "", falseTasksPerFortnight: "" });
  expect(await getCompany(world.app.table)).not.toHaveProperty("pricingPage");
  expect(await getCompany(world.app.table)).toMatchObject({ falseTasksPerFortnight: 1 });
});

test("no country at all may be listed: then who never said is measured everywhere", async () => {
  const { send, world } = await deskOf();
  await send("/settings", { ...fields, untrackedCountries: "" });
  expect(await getCompany(world.app.table)).toMatchObject({ untrackedCountries: [] });
});
