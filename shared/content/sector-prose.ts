import { SECTOR_WORDS } from "../prospect/sector-words.ts";
import { Sector } from "../sector.ts";

/** Words of trades as articles use them, stems with a `*`; of each sector only what hardly any other speaks of. */
const PROSE: { readonly [sector in Sector]: string } = {
  agriculture: "farm* | crop* | livestock | harvest* | irrigation | orchard* | agronom*",
  automotive: "car dealer* | carmaker* | automotive | vehicle manufactur* | car part*",
  construction: "building site* | construction site* | scaffold* | general contractor* | bricklay* | site foreman",
  education: "school* | pupil* | student* | universit* | classroom* | curricul*",
  energy: "power plant* | wind farm* | solar | electricity grid | substation* | turbine*",
  finance: "bank | banks | banking | lender* | investor* | credit union* | wealth management",
  food: "dairy | dairies | brewer* | bakery | bakeries | food safety | meat | bottling | cheese*",
  healthcare: "hospital* | patient* | nurse* | clinic* | ward round* | surgeon* | physician*",
  hospitality: "hotel* | guest* | restaurant* | housekeeping | front desk | chef*",
  insurance: "insurer* | insurance | underwrit* | policyholder* | claims handl*",
  logistics: "warehouse* | freight | haulage | depot* | parcel* | cold chain | forklift* | trucking",
  manufacturing:
    "factory | factories | foundry | foundries | casting* | assembly line* | machinist* | shop floor | production line*",
  media: "newsroom* | publisher* | broadcaster* | journalist* | film crew*",
  nonprofit: "charit* | donor* | volunteer* | non profit* | nonprofit*",
  "professional-services": "law firm* | consultanc* | auditor* | billable | accountant*",
  "public-sector": "municipal* | city council* | government agenc* | civil servant* | ministr* | public sector",
  "real-estate": "tenant* | landlord* | letting* | property manag* | real estate",
  retail: "retailer* | shopper* | supermarket* | store manager* | checkout*",
  software: "software | saas | developer* | source code | release notes | devops | open source",
  telecom: "telecom* | mobile network* | broadband | cell tower* | fibre network*",
};

export type Telling = { readonly sector: Sector; readonly word: string; readonly pattern: RegExp };

const patternOf = (word: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${word.trim().replace(/\*$/, "\\p{L}*").replaceAll(" ", "[\\s-]+")}(?![\\p{L}\\p{N}])`,
    "giu",
  );

const tellingOf = (sector: Sector, word: string): Telling => ({ sector, word: word.trim(), pattern: patternOf(word) });

/** Names of industries, of two words: of one word, or made of several trades, they stand in texts about anything. */
const industriesOf = (sector: Sector): string[] =>
  SECTOR_WORDS[sector]
    .split("|")
    .map((word) => word.trim())
    .filter((word) => word.split(" ").length === 2 && !/ (?:services|it|other|design)$/.test(word));

/** What tells of a sector in a text: its trade's words, and names of industries. */
export const TELLING: readonly Telling[] = Sector.options.flatMap((sector) =>
  PROSE[sector]
    .split("|")
    .concat(industriesOf(sector))
    .map((word) => tellingOf(sector, word)),
);
