import type { BuildOptions } from "esbuild";

/** Sources of credentials that a function never asks, because its role's are in its environment; each is loaded only when asked. */
const OTHER_CREDENTIALS = [
  "@aws-sdk/credential-provider-http",
  "@aws-sdk/credential-provider-ini",
  "@aws-sdk/credential-provider-login",
  "@aws-sdk/credential-provider-process",
  "@aws-sdk/credential-provider-sso",
  "@aws-sdk/credential-provider-web-identity",
  "@smithy/credential-provider-imds",
];

/** How the functions' code is made one file each: options of esbuild that SST takes too, so that the tests and the bench make the same. */
export const bundling = {
  minify: true,
  keepNames: false,
  // ES modules first: unused parts of the AWS SDK fall away only from those (449 against 651 KB).
  mainFields: ["module", "main"],
  // Prettier is for emails printed nicely, which nobody asks for.
  external: [...OTHER_CREDENTIALS, "prettier"],
  define: { "process.env.NODE_ENV": '"production"' },
} satisfies BuildOptions;

/**
 * What a function may weigh, in thousands of bytes: most of a cold start is loading its code. Prospects' links must answer at once; the console has
 * all pages and templates in it, and the api the description of itself.
 */
export const mostKilobytes = (name: string): number => MOST[name] ?? 1000;

const MOST: { readonly [name: string]: number | undefined } = { track: 600, dispatch: 600, api: 1300, console: 2500 };
