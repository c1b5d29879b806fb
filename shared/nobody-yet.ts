import type { Company } from "./config.ts";

/** Until the company is filled in nothing is sent, because there is no cadence yet; this only keeps pages from being empty. */
export const nobodyYet: Company = {
  name: "Your company",
  whatWeDo: "",
  senderAddress: "sender@your-company.example",
  postalAddress: "Your postal address",
  timeZone: "UTC",
  untrackedCountries: ["FR", "DE", "AT", "IT", "ES", "NL"],
};
