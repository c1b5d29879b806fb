import { describe, expect, it } from "vitest";
import { readCompanyForm } from "../../../functions/console/company-form.ts";
import { brandFlaws } from "../../../shared/brand-flaws.ts";
import { getCompany, saveCompany } from "../../../shared/company.ts";
import { article, testConfig, testWorld } from "../../fixtures/world.ts";
import { deskOf } from "./desk.ts";

const FORM = {
  name: "Northgate",
  senderAddress: "hello@northgate.example",
  postalAddress: "Northgate, 1 Quay Road, Lisbon",
  timeZone: "Europe/Lisbon",
  eraseOnWithdrawal: "erase",
};
const LOGO = {
  brandLogo: "https://northgate.example/logo.png",
  brandLogoWidth: "120",
  brandLogoHeight: "40",
  brandLogoAlt: "Northgate",
};

const errorsOf = (fields: Record<string, string>) => {
  const read = readCompanyForm({ ...FORM, ...fields });
  return "state" in read ? read.state.errors : {};
};

describe("the look of the emails, in the settings", () => {
  it("is saved, shown again, and then in the emails", async () => {
    const { world, open, send } = await deskOf({ articles: [article("rounds")] });
    const fields = { ...FORM, ...LOGO, brandAccent: "#7A1F4B", brandAccentDark: "f2a7c8" };
    expect((await send("/settings", fields)).status).toBe(303);
    expect((await getCompany(world.app.table))?.brand).toEqual({
      logo: { src: LOGO.brandLogo, width: 120, height: 40, alt: "Northgate" },
      accent: "#7a1f4b",
      accentDark: "#f2a7c8",
    });
    const { text } = await open("/settings");
    expect(text).toContain("Look of the emails");
    expect(text).toContain('value="#7a1f4b"');
  });

  it("is none where nothing is given", () => {
    const read = readCompanyForm(FORM);
    expect("company" in read && read.company.brand).toBeUndefined();
  });

  it("takes no colour that could not be read, and says how far it is off", () => {
    const { brandAccent, brandAccentDark } = errorsOf({ brandAccent: "#f0b65a", brandAccentDark: "#0b6a60" });
    expect(brandAccent).toMatch(/#f0b65a on #\w{6} has a contrast of 1\.\d to 1, and needs 4\.5.*WCAG AA.*darker/);
    expect(brandAccentDark).toMatch(/by night: #0b6a60 on #\w{6} has a contrast of [12]\.\d.*lighter/);
    expect(errorsOf({ brandAccent: "teal" })).toEqual({ brandAccent: "Give a colour like #0b6a60." });
  });

  it("takes no half of a logo, and none that is not on the web's safe side", () => {
    expect(Object.keys(errorsOf({ brandLogo: LOGO.brandLogo }))).toEqual([
      "brandLogoWidth",
      "brandLogoHeight",
      "brandLogoAlt",
    ]);
    expect(Object.keys(errorsOf({ ...LOGO, brandLogo: "http://northgate.example/logo.png" }))).toEqual(["brandLogo"]);
    expect(Object.keys(errorsOf({ ...LOGO, brandLogo: "javascript:alert(1)" }))).toEqual(["brandLogo"]);
    expect(Object.keys(errorsOf({ ...LOGO, brandLogoWidth: "900" }))).toEqual(["brandLogoWidth"]);
  });

  it("keeps what was typed beside the error", async () => {
    const { send } = await deskOf();
    const { status, text } = await send("/settings", { ...FORM, brandAccent: "#ffffff" });
    expect(status).toBe(422);
    expect(text).toContain('value="#ffffff"');
    expect(text).toContain('id="brandAccent-error"');
  });
});

describe("whoever else saves a company", () => {
  it("is refused such a colour too", async () => {
    const { app } = await testWorld();
    const company = { ...testConfig.company, brand: { accent: "#ffff00" } };
    await expect(saveCompany(app, company)).rejects.toThrow("brand.accent: ");
  });

  it("is not refused one that is just enough", () => {
    // #0b6a60 on its own tint has 5.6; white on it 6.4.
    expect(brandFlaws({ accent: "#0b6a60", accentDark: "#7ad3c5" })).toEqual([]);
    expect(brandFlaws({})).toEqual([]);
  });
});
