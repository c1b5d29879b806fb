import type { Brand, Company, Utm, WarmUp } from "../../shared/config.ts";

export type Field =
  | keyof Company
  | `brand.${keyof Brand}`
  | `brand.logo.${keyof NonNullable<Brand["logo"]>}`
  | `utm.${keyof Utm}`
  | `warmUp.${keyof WarmUp}`;

/** What each field of company.json wants, in words that follow "give" or, beginning with "what", "say". */
export const FIELDS: { readonly [field in Field]: string } = {
  name: "what the company is called",
  whatWeDo: "what it does, in one or two sentences",
  website: "a whole web address that begins with https:// or http://, like https://northgate.example",
  senderAddress: "an email address",
  postalAddress: "the postal address for the foot of every email",
  timeZone: "a name like Europe/Lisbon",
  untrackedCountries: 'a list of two-letter codes, like ["DE", "FR"]',
  eraseOnWithdrawal: "true or false, without quotation marks",
  pricingPage: "a whole web address that begins with https:// or http://, like https://northgate.example/pricing",
  falseTasksPerFortnight: "a number above 0 and up to 20",
  callsPerDay: "a whole number from 1 to 200",
  warmUp: 'startsOn and emailsPerDay, like {"startsOn": "2027-01-04", "emailsPerDay": [50, 150, 400]}',
  "warmUp.startsOn": "its first day, like 2027-01-04",
  "warmUp.emailsPerDay": "a list of whole numbers, one a week, none smaller than the one before, like [50, 150, 400]",
  utm: 'on, source, medium and campaign, like {"on": true, "source": "midweek", "medium": "email", "campaign": "{slot}"}',
  "utm.on": "true or false, without quotation marks",
  "utm.source": "1 to 100 characters without @ and braces",
  "utm.medium": "1 to 100 characters without @ and braces",
  "utm.campaign": "1 to 200 characters without @; in braces only {slot}, {cadence} and {article}",
  brand: 'any of logo, accent and accentDark, like {"accent": "#0b6a60"}',
  "brand.logo": "src, width, height and alt of a picture",
  "brand.logo.src": "the picture's whole web address, beginning with https://",
  "brand.logo.width": "the width it is shown with, a whole number from 16 to 320",
  "brand.logo.height": "the height it is shown with, a whole number from 16 to 120",
  "brand.logo.alt": "what the logo says, in at most 100 characters",
  "brand.accent": "a colour like #0b6a60",
  "brand.accentDark": "a colour like #7ad3c5",
};

export const isField = (name: string): name is Field => Object.hasOwn(FIELDS, name);
