import { Company } from "./config.ts";

/** Until the company is filled in nothing is sent, because there is no cadence yet; this only keeps pages from being empty. */
export const nobodyYet: Company = Company.parse({
  name: "Your company",
  senderAddress: "sender@your-company.example",
  postalAddress: "Your postal address",
  timeZone: "UTC",
});
