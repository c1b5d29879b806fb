const policyOf = (pictures: string): string =>
  `default-src 'none'; style-src 'self'; img-src ${pictures}; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; script-src 'self'; connect-src 'self'`;

/** Nothing runs in these pages but the console's own script, which speaks to nobody but the console, and nothing comes from elsewhere. */
export const POLICY = policyOf("'self'");

/**
 * For pages that show articles with the pictures they have where they were published. The browser gets those itself, so that nothing of a stranger's
 * passes through Midweek; they are asked for without saying from where.
 */
export const PICTURES_POLICY = policyOf("'self' https:");
