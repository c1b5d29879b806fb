import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkOf } from "../../shared/network.ts";

const byte = fc.integer({ min: 0, max: 255 });
const group = fc.integer({ min: 0, max: 0xffff }).map((number) => number.toString(16));

describe("the network of an address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.0/24"],
    ["8.8.8.8", "8.8.8.0/24"],
    ["::ffff:8.8.4.4", "8.8.4.0/24"],
    ["::ffff:808:404", "8.8.4.0/24"],
    ["2001:db8:7:1::5", "2001:db8:7::/48"],
    ["2001:DB8:7:ffff:1:2:3:4", "2001:db8:7::/48"],
  ])("%s is the block %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    ["within a company or a household", ["10.1.2.3", "172.16.0.1", "192.168.1.1", "::ffff:10.0.0.1", "fd12:3456::1"]],
    ["of this machine or link", ["127.0.0.1", "::1", "::ffff:127.0.0.1", "169.254.10.1", "fe80::1", "fe80::1%eth0"]],
    ["of a carrier, of all or of none", ["100.64.0.1", "224.0.0.1", "ff02::1", "255.255.255.255", "0.0.0.0", "::"]],
    ["written as nobody should", ["1", "8.8", "0x7f.1", "010.8.8.8", "8.8.8.8/24", "8.8.8.8:443", "[2a00::1]"]],
    ["that is none", ["", "unknown", "8.8.8.8, 9.9.9.9", "mail.northgate.example"]],
  ])("of an address %s says nothing", (_, addresses) => {
    for (const address of addresses) expect(networkOf(address)).toBeUndefined();
  });

  it("is the same for all of a block, and never has the end of the address in it", () => {
    fc.assert(
      fc.property(fc.tuple(fc.integer({ min: 11, max: 99 }), byte, byte), byte, ([a, b, c], d) => {
        expect(networkOf(`${a}.${b}.${c}.${d}`)).toBe(`${a}.${b}.${c}.0/24`);
      }),
    );
    fc.assert(
      fc.property(fc.tuple(group, group), fc.array(group, { minLength: 5, maxLength: 5 }), ([b, c], rest) => {
        const network = networkOf(["2a00", b, c, ...rest].join(":"));
        expect(network).toBe(networkOf(`2a00:${b}:${c}::1`));
        expect(network).toMatch(/::\/48$/);
      }),
    );
  });

  it("is read of whatever text, without a word of complaint", () => {
    const texts = fc.oneof(fc.string({ unit: "binary" }), fc.ipV4(), fc.ipV6(), fc.ipV4Extended());
    fc.assert(
      fc.property(texts, (text) => {
        const network = networkOf(text);
        if (network !== undefined) expect(network).toMatch(/^(?:[\d.]+\/24|[0-9a-f:]+\/48)$/);
      }),
    );
  });
});
