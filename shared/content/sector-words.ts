import { Sector } from "../sector.ts";
import { slugOf } from "./addresses.ts";

/** How authors name a sector in front matter, beside the sector's own name. */
const WORDS: Readonly<Record<Sector, readonly string[]>> = {
  agriculture: ["farming", "agritech", "agriculture-and-forestry", "forestry"],
  automotive: ["cars", "car-industry", "mobility", "vehicles"],
  construction: ["building", "building-materials", "architecture", "engineering-and-construction", "infrastructure"],
  education: ["schools", "higher-education", "universities", "edtech", "e-learning", "training"],
  energy: ["utilities", "energy-and-utilities", "oil-and-gas", "renewables", "power"],
  finance: ["financial-services", "banking", "fintech", "banks", "financial"],
  food: ["food-and-beverage", "food-and-drink", "beverages", "restaurants"],
  healthcare: [
    "health",
    "health-care",
    "hospitals",
    "medical",
    "life-sciences",
    "pharma",
    "pharmaceuticals",
    "biotech",
  ],
  hospitality: ["travel", "tourism", "hotels", "travel-and-hospitality", "leisure"],
  insurance: ["insurers", "insurtech"],
  logistics: ["transport", "transportation", "shipping", "supply-chain", "transportation-and-logistics", "freight"],
  manufacturing: ["industrial", "industry", "machinery", "engineering", "electronics", "chemicals"],
  media: ["publishing", "entertainment", "media-and-entertainment", "advertising", "broadcasting"],
  nonprofit: ["non-profit", "charity", "charities", "ngo", "not-for-profit", "foundations"],
  "professional-services": [
    "consulting",
    "legal",
    "law",
    "accounting",
    "staffing",
    "recruiting",
    "agencies",
    "services",
  ],
  "public-sector": [
    "government",
    "public",
    "public-administration",
    "federal-government",
    "local-government",
    "defense",
  ],
  "real-estate": ["property", "realestate", "housing", "proptech"],
  retail: ["e-commerce", "ecommerce", "consumer-goods", "fashion", "apparel", "retail-and-e-commerce", "wholesale"],
  software: ["technology", "it", "saas", "tech", "information-technology", "computer-software", "internet"],
  telecom: ["telecommunications", "telco", "communications"],
};

const sectors = new Map<string, Sector>(
  Sector.options.flatMap((sector) => [sector, ...WORDS[sector]].map((word): [string, Sector] => [word, sector])),
);

/** The sector a word stands for; undefined when nobody could be sure. */
export const sectorOfWord = (word: string): Sector | undefined => {
  const slug = slugOf(word.replace(/&/g, " and "));
  return sectors.get(slug) ?? sectors.get(slug.replace(/-(?:industry|sector|services)$/, ""));
};
