import { resolve } from "node:path";
import { expect, test } from "vitest";
import { isOnlyHere, readSettings } from "../../../stacks/local/settings.ts";

test("without anything set: port 4600, loopback only, .midweek, no email leaves", () => {
  const plain = {
    port: 4600,
    host: "127.0.0.1",
    folder: resolve(".midweek"),
    publicUrl: "http://localhost:4600",
    smtpUrl: undefined,
  };
  expect(readSettings({})).toEqual(plain);
  expect(readSettings({ PORT: "", HOST: "", MIDWEEK_DATA: "", MIDWEEK_URL: "", SMTP_URL: "" })).toEqual(plain);
});

test("what is set counts, and links follow the port unless they have an address of their own", () => {
  expect(readSettings({ PORT: "4700" })).toMatchObject({ port: 4700, publicUrl: "http://localhost:4700" });
  expect(
    readSettings({
      PORT: "0",
      HOST: "0.0.0.0",
      MIDWEEK_DATA: "/srv/midweek",
      MIDWEEK_URL: "https://mail.northgate.example//",
      SMTP_URL: "smtps://mail.northgate.example:465",
    }),
  ).toEqual({
    port: 0,
    host: "0.0.0.0",
    folder: "/srv/midweek",
    publicUrl: "https://mail.northgate.example",
    smtpUrl: "smtps://mail.northgate.example:465",
  });
});

test.each(["web", "-1", "65536", "46.5", "4600x"])("PORT=%s is refused by name", (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(
    expect.objectContaining({ kind: "invalid", message: expect.stringMatching(`PORT .*"${PORT}"`) }),
  );
});

test.each(["mail.northgate.example", "ftp://northgate.example", "https://", "https:///mail", "localhost:4600"])(
  "MIDWEEK_URL=%s is refused by name",
  (MIDWEEK_URL) => {
    expect(() => readSettings({ MIDWEEK_URL })).toThrow(
      expect.objectContaining({ kind: "invalid", message: expect.stringContaining("MIDWEEK_URL") }),
    );
  },
);

test("email that leaves the machine needs a mail server and links that lead somewhere; a mail catcher on this machine does not", () => {
  const away = "smtp://mail.northgate.example:587";
  expect(() => readSettings({ SMTP_URL: "mail.northgate.example:587" })).toThrow(/SMTP_URL/);
  expect(() => readSettings({ SMTP_URL: away })).toThrow(/MIDWEEK_URL/);
  expect(() => readSettings({ SMTP_URL: away, MIDWEEK_URL: "http://127.0.0.1:4600" })).toThrow(/MIDWEEK_URL/);
  expect(readSettings({ SMTP_URL: away, MIDWEEK_URL: "https://northgate.example" }).smtpUrl).toBe(away);
  expect(readSettings({ SMTP_URL: "smtp://localhost:1025" }).smtpUrl).toBe("smtp://localhost:1025");
});

const oidc = {
  OIDC_ISSUER: "https://accounts.northgate.example",
  OIDC_CLIENT_ID: "midweek",
  OIDC_CLIENT_SECRET: "their secret",
};

test("a provider to sign in with is all three or none, and without https only on this machine", () => {
  expect(readSettings(oidc).oidc).toEqual({
    issuer: "https://accounts.northgate.example",
    clientId: "midweek",
    clientSecret: "their secret",
  });
  expect(readSettings({ OIDC_ISSUER: "", OIDC_CLIENT_ID: " " }).oidc).toBeUndefined();
  for (const name of Object.keys(oidc))
    expect(() => readSettings({ ...oidc, [name]: "" })).toThrow(`${name} is missing`);
  for (const OIDC_ISSUER of ["http://accounts.northgate.example", "accounts.northgate.example", "ftp://localhost"])
    expect(() => readSettings({ ...oidc, OIDC_ISSUER })).toThrow(/^OIDC_ISSUER/);
  expect(readSettings({ ...oidc, OIDC_ISSUER: "http://127.0.0.1:9000" }).oidc?.issuer).toBe("http://127.0.0.1:9000");
});

test("only here is who listens on loopback under a name of loopback", () => {
  expect(isOnlyHere(readSettings({}))).toBe(true);
  expect(isOnlyHere(readSettings({ HOST: "::1", MIDWEEK_URL: "http://[::1]:4600" }))).toBe(true);
  expect(isOnlyHere(readSettings({ HOST: "0.0.0.0" }))).toBe(false);
  expect(isOnlyHere(readSettings({ MIDWEEK_URL: "https://mail.northgate.example" }))).toBe(false);
});
