import { BOUNCE_RATE, COMPLAINT_RATE } from "../sending/rates.ts";

/**
 * Shares (0 to 1) of bounces for good and of complaints. review: here SES puts an account under review, and Midweek stops by itself. stop: here SES may stop
 * an account. SES developer guide, "Reputation metrics messages": 5 and 10 % of bounces, 0.1 and 0.5 % of complaints.
 */
export const LIMITS = {
  bouncedForGood: { review: BOUNCE_RATE, stop: 0.1 },
  complained: { review: COMPLAINT_RATE, stop: 0.005 },
} as const;
