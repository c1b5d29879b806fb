import { describe, expect, it } from "vitest";
import { readDeploySettings } from "../../stacks/settings.ts";

const certificate = "arn:aws:acm:eu-west-1:123456789012:certificate/0b3c-4d5e";

describe("the settings of a deploy", () => {
  it("are all but the sender optional", () => {
    expect(readDeploySettings("dev", { MIDWEEK_SENDER: "example.com", MIDWEEK_DOMAIN: " " })).toEqual({
      stage: "dev",
      prod: false,
      sender: "example.com",
      domain: undefined,
      certificate: undefined,
      alarmEmail: undefined,
      oidc: undefined,
    });
  });

  it("are read whole for prod", () => {
    const env = {
      MIDWEEK_SENDER: "ann@example.com",
      MIDWEEK_DOMAIN: "Mail.Example.com",
      MIDWEEK_CERTIFICATE: certificate,
      MIDWEEK_ALARM_EMAIL: "alarms@example.com",
      MIDWEEK_OIDC_ISSUER: "https://accounts.example.com",
      MIDWEEK_OIDC_CLIENT_ID: "midweek",
      HOME: "/home/ann",
    };
    expect(readDeploySettings("prod", env)).toEqual({
      stage: "prod",
      prod: true,
      sender: "ann@example.com",
      domain: "mail.example.com",
      certificate,
      alarmEmail: "alarms@example.com",
      oidc: { issuer: "https://accounts.example.com", clientId: "midweek" },
    });
  });

  it("are refused by name", () => {
    const read = (env: { [name: string]: string }) => () => readDeploySettings("prod", env);
    const sender = { MIDWEEK_SENDER: "example.com" };
    expect(read({})).toThrow("MIDWEEK_SENDER is not set");
    expect(read({ ...sender, MIDWEEK_DOMIAN: "mail.example.com" })).toThrow("MIDWEEK_DOMIAN: there is no such setting");
    expect(read({ MIDWEEK_SENDER: "https://example.com" })).toThrow("MIDWEEK_SENDER must be the domain");
    expect(read({ ...sender, MIDWEEK_DOMAIN: "https://mail.example.com/" })).toThrow("MIDWEEK_DOMAIN must be a name");
    expect(read({ ...sender, MIDWEEK_ALARM_EMAIL: "ann" })).toThrow("MIDWEEK_ALARM_EMAIL must be an email address");
    expect(read({ ...sender, MIDWEEK_DOMAIN: "mail.example.com", MIDWEEK_CERTIFICATE: "mine" })).toThrow(
      "MIDWEEK_CERTIFICATE must be the ARN",
    );
    expect(read({ ...sender, MIDWEEK_OIDC_ISSUER: "https://accounts.example.com" })).toThrow("of no use without");
    expect(read({ ...sender, MIDWEEK_OIDC_ISSUER: "http://accounts.example.com" })).toThrow(
      "MIDWEEK_OIDC_ISSUER must be",
    );
    expect(read({ ...sender, MIDWEEK_CERTIFICATE: certificate })).toThrow("MIDWEEK_DOMAIN, which is not set");
  });
});
