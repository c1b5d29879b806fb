import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import type { Article } from "../../../shared/content/article.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { article, caseStudy, prospect } from "../../fixtures/world.ts";

export const cadence: Cadence = defaultCadence;

/** Six posts and three case studies about food. */
export const shelf: Article[] = [
  ...Array.from({ length: 6 }, (_, n) => article(`post-${n}`)),
  ...Array.from({ length: 3 }, (_, n) => caseStudy(`case-${n}`, { sector: "food" })),
];

/** Three people of Lisbon, New York and Auckland; one of them without a rep. */
export const three: Prospect[] = [
  prospect("rui"),
  prospect("ada", { timeZone: "America/New_York", sector: "software" }),
  prospect("kiri", { timeZone: "Pacific/Auckland", repId: undefined }),
];
