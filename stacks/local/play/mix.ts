/** How many of a hundred, as a share of 1. */
type Share = number;

/**
 * Who reads with what, and which gateways stand before which domains: all that is left to chance about machines. Invented for playing, like the
 * habits of people; nothing is concluded from them.
 */
export const mix = {
  /** Of readers. Their addresses at Gmail and Apple themselves leave no choice. The rest use a browser. */
  programs: { "apple-mail": 0.35, gmail: 0.25, outlook: 0.25 },
  /** Apple Mail fetches the pictures of nearly every email, within so many hours and sooner rather than later. */
  applePrivacy: { opens: 0.97, hours: 16 },
  /** Of domains, by what stands before them all the time; the rest have none. */
  gateways: { early: 0.08, "headers first": 0.04, named: 0.07, late: 0.08 },
  /** Of the domains with none, so many switch one on within the middle of the weeks played. Which sort is even chances. */
  switchedOn: { domains: 0.15, notBefore: 0.35, notAfter: 0.65 },
  /** Of gateways that are early: do they fetch pictures too. */
  fetchesPictures: 0.5,
  /** Of gateways that are late: works from the recipient's own premises, and else, sends each link to another worker elsewhere. */
  late: { onPremises: 0.2, workersApart: 0.3, looksAtEmail: 0.9 },
  /** Of readers who come to the page where a call is asked for: press the button. */
  asksForCall: 0.6,
} as const satisfies { readonly [of: string]: Share | { readonly [name: string]: Share } };
