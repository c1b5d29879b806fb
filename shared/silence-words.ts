import { messageOf } from "./error.ts";

type Words = (host: string) => string;

const noName: Words = (host) => `nobody answers at ${host}: no such name, or this machine is offline`;
const noWay: Words = (host) => `nobody answers at ${host}: no way leads there, or this machine is offline`;
const brokenOff: Words = (host) => `${host} broke the connection off`;
const untrusted: Words = (host) => `${host} has a certificate that nobody known vouches for`;

/** By the codes of Node.js: system errors, OpenSSL's verification results, and the prefixes of its TLS, HTTP and zlib errors. */
const CODES: readonly (readonly [code: RegExp, words: Words])[] = [
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, noName],
  [/^ECONNREFUSED$/, (host) => `nobody answers at ${host}: it takes no connections`],
  [/^(?:EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, noWay],
  [/^ETIMEDOUT$/, (host) => `no answer from ${host} in time`],
  [/^(?:ECONNRESET|ECONNABORTED|EPIPE)$/, brokenOff],
  [/^CERT_HAS_EXPIRED$/, (host) => `${host} has a certificate that has run out`],
  [/^CERT_NOT_YET_VALID$/, (host) => `${host} has a certificate that does not hold yet`],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, (host) => `${host} has a certificate for another name`],
  [/^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|CERT_|UNABLE_TO_)/, untrusted],
  [/^(?:EPROTO$|ERR_SSL_|ERR_TLS_)/, (host) => `${host} does not answer by https as it should`],
  [/^HPE_/, (host) => `what ${host} answers is not HTTP`],
  [/^(?:Z_|ERR_BROTLI|ERR__ERROR_)/, (host) => `what ${host} answers is packed and cannot be unpacked`],
];

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/**
 * Why nothing could be got from a host, in words for people that follow "That was not read: "; the code stands behind them in brackets. What has no code
 * we know is told as it is.
 */
export function silenceWords(error: unknown, host: string): string {
  const code = codeOf(error);
  const words = code === undefined ? undefined : CODES.find(([known]) => known.test(code))?.[1];
  return words ? `${words(host)} (${code})` : messageOf(error);
}
