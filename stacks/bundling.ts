import { createRequire } from "node:module";
import { dirname, join } from "node:path";
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

const reactDom = dirname(createRequire(import.meta.url).resolve("react-dom/package.json"));

/** How the functions' code is made one file each; for esbuild, which both SST and the bench run. */
export const bundling = {
  minify: true,
  // ES modules first: unused parts of the AWS SDK fall away only from those (449 against 651 KB).
  mainFields: ["module", "main"],
  // Prettier is for emails printed nicely, which nobody asks for.
  external: [...OTHER_CREDENTIALS, "prettier"],
  define: { "process.env.NODE_ENV": '"production"' },
  // React Email streams; the package's entry also brings the older way of rendering, half of its size.
  alias: { "react-dom/server": join(reactDom, "cjs/react-dom-server.node.production.js") },
  legalComments: "none",
} satisfies BuildOptions;
