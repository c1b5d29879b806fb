/**
 * List prices in US dollars of the region us-east-1, on demand, without free tiers, as of November 2024 (the last time DynamoDB's changed). Look them up
 * for your own region before you rely on a sum. SES is given twice: its long-standing price, and 0.16 with what a newer plan includes.
 */
export const prices = {
  asOf: "November 2024",
  sesPerThousand: [0.1, 0.16],
  dynamoReadPerMillion: 0.125,
  dynamoWritePerMillion: 0.625,
  lambdaPerMillion: 0.2,
  /** arm64. */
  lambdaPerGigabyteSecond: 0.000_013_333_4,
  sqsPerMillion: 0.4,
  schedulerPerMillion: 1,
  httpPerMillion: 1,
  alarmPerMonth: 0.1,
  keyPerMonth: 1,
} as const;

/**
 * Everything but SES: for a thousand emails, and a month in which nothing happens. Sums of the prices above over the calls that `npm run bench` counts
 * (stacks/README.md, "What it costs": $9.26 for 86,667 emails with SES at $0.10 a thousand).
 */
const REST_PER_THOUSAND = 0.0068;
const IDLE_PER_MONTH = 3.84;
const WEEKS_PER_MONTH = 52 / 12;

/** Dollars. */
export type Cost = {
  /** For each price of SES. */
  readonly emails: readonly { readonly perThousand: number; readonly dollars: number }[];
  readonly rest: number;
  readonly idle: number;
};

/** What so many emails in so many weeks cost on AWS; on a machine of one's own there is nothing to pay but the mail provider. */
export const costOf = (emails: number, weeks: number): Cost => ({
  emails: prices.sesPerThousand.map((perThousand) => ({ perThousand, dollars: (emails / 1000) * perThousand })),
  rest: (emails / 1000) * REST_PER_THOUSAND,
  idle: (weeks / WEEKS_PER_MONTH) * IDLE_PER_MONTH,
});
