import { describe, expect, test } from "vitest";
import { outletOf } from "../../shared/outlet.ts";
import { silenceWords } from "../../shared/silence-words.ts";

const failed = (code: string): Error => Object.assign(new Error(`getaddrinfo ${code} northgate.example`), { code });

describe("why nothing came from somebody else's server", () => {
  test.each([
    ["ENOTFOUND", "nobody answers at northgate.example: no such name, or this machine is offline (ENOTFOUND)"],
    ["EAI_AGAIN", "nobody answers at northgate.example: no such name, or this machine is offline (EAI_AGAIN)"],
    ["ECONNREFUSED", "nobody answers at northgate.example: it takes no connections (ECONNREFUSED)"],
    ["ENETUNREACH", /^nobody answers at northgate\.example: .*offline/],
    ["ETIMEDOUT", "no answer from northgate.example in time (ETIMEDOUT)"],
    ["ECONNRESET", "northgate.example broke the connection off (ECONNRESET)"],
    ["CERT_HAS_EXPIRED", /^northgate\.example has a certificate that has run out /],
    ["ERR_TLS_CERT_ALTNAME_INVALID", /^northgate\.example has a certificate for another name /],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", /^northgate\.example has a certificate that nobody known vouches for /],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", /^northgate\.example has a certificate that nobody known vouches for /],
    ["ERR_SSL_WRONG_VERSION_NUMBER", /^northgate\.example does not answer by https/],
    ["HPE_INVALID_CONSTANT", /^what northgate\.example answers is not HTTP /],
    ["Z_DATA_ERROR", /^what northgate\.example answers .* cannot be unpacked /],
  ])("%s is put into words for people", (code, words) => {
    const said = silenceWords(failed(code), "northgate.example");
    if (typeof words === "string") expect(said).toBe(words);
    else expect(said).toMatch(words);
    expect(said).not.toContain("getaddrinfo");
  });

  test("without a code we know is told as it is", () => {
    expect(silenceWords(new Error("hung up without an answer"), "a.example")).toBe("hung up without an answer");
    expect(silenceWords(failed("EODD"), "a.example")).toBe("getaddrinfo EODD northgate.example");
  });

  test("names the server that was asked, and its port", async () => {
    const here = outletOf({ mayReach: () => true });
    expect(await here.get({ url: "http://127.0.0.1:1/feed.xml", mostBytes: 10 })).toEqual({
      failed: "nobody answers at 127.0.0.1:1: it takes no connections (ECONNREFUSED)",
    });
  });
});
