import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromOf, listHeaders } from "../../../shared/touch/compose.ts";
import { ana, company, links, odd, rep, valuesOf } from "./northwind.ts";

describe("a person's values", () => {
  it("fall back where the prospect's name or company is missing or no name", () => {
    expect(valuesOf()).toMatchObject({ greeting: "Hi Ana,", forWhom: "you and the team at Northwind" });
    const { firstName: _, company: __, ...nameless } = ana;
    expect(valuesOf({ prospect: nameless })).toMatchObject({ greeting: "Hello,", forWhom: "you and your team" });
    expect(valuesOf({ prospect: { ...ana, firstName: " - " } }).greeting).toBe("Hello,");
  });

  it("say who the rep is, with the company alone where there is no title", () => {
    expect(valuesOf()).toMatchObject({
      repName: "Maya Okafor",
      repLine: "Account executive, Tidewater Planning",
      repInitial: "M",
    });
    const { title: _, ...untitled } = rep;
    expect(valuesOf({ rep: untitled }).repLine).toBe("Tidewater Planning");
  });

  it("are never empty and on one line, whatever was imported", () => {
    fc.assert(
      fc.property(odd, odd, odd, (firstName, at, name) => {
        for (const value of Object.values(
          valuesOf({ prospect: { ...ana, firstName, company: at }, rep: { ...rep, name } }),
        ))
          expect(value).toMatch(/^\S$|^\S[^\p{Cc}]*\S$/u);
      }),
    );
  });

  it("turn a calling link that is no web address into the rep's mailbox", () => {
    const meeting = "javascript:alert(1)";
    expect(valuesOf({ links: { ...links, meeting } })["meeting"]).toBe("mailto:maya@tidewater.example");
  });
});

describe("headers", () => {
  it("come from the rep by name, on one line, at the company's address", () => {
    expect(fromOf(rep, company)).toEqual({ name: "Maya Okafor", address: "hello@tidewater.example" });
    expect(fromOf({ ...rep, name: "Maya\r\nBcc: x@y.example" }, company).name).toBe("Maya Bcc: x@y.example");
  });

  it("let a mail client unsubscribe with one click", () => {
    expect(listHeaders(links)).toEqual({
      "List-Unsubscribe": "<https://mail.example/u/3>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(listHeaders({ unsubscribe: "https://a.example/>\r\nBcc: x" })["List-Unsubscribe"]).toBe(
      "<https://a.example/%3E%0D%0ABcc:%20x>",
    );
  });
});
