/** What to tell whoever imports posts before anybody said where posts are read. */
export const noWebsite = (publicUrl: string): string =>
  `no website is known, so posts without an address of their own would lead to ${publicUrl} and are not sent; give the website (Settings, or --site) and import again`;
