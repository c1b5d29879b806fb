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
