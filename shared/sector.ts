import * as z from "zod";

/** The sectors Midweek matches case studies by. Exporters' industry words are mapped to these in prospect/sectors.ts. */
export const Sector = z.enum([
  "agriculture",
  "automotive",
  "construction",
  "education",
  "energy",
  "finance",
  "food",
  "healthcare",
  "hospitality",
  "insurance",
  "logistics",
  "manufacturing",
  "media",
  "nonprofit",
  "professional-services",
  "public-sector",
  "real-estate",
  "retail",
  "software",
  "telecom",
]);
export type Sector = z.infer<typeof Sector>;
