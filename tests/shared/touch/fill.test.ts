import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill, fillHtml, fillSubject, fillText, headerSafe } from "../../../shared/touch/fill.ts";

const rendering = {
  id: "r",
  subject: ["For ", "name", ""],
  html: ['<p title="', "name", '">', "name", "</p>"],
  text: ["Hi ", "name", ", read ", "read", ""],
};

describe("filling a rendering with a person's values", () => {
  it("puts each value where its name stands", () => {
    expect(fill(rendering, { name: "Ana", read: "https://a.example/1" })).toEqual({
      subject: "For Ana",
      html: '<p title="Ana">Ana</p>',
      text: "Hi Ana, read https://a.example/1",
    });
  });

  it("escapes for html as React does, and leaves text and subject as they are", () => {
    const filled = fill(rendering, { name: `<b a="1">O'Neil & sons</b>`, read: "https://a.example/?a=1&b=2" });
    expect(filled.html).toContain("&lt;b a=&quot;1&quot;&gt;O&#x27;Neil &amp; sons&lt;/b&gt;");
    expect(filled.text).toContain(`<b a="1">O'Neil & sons</b>`);
    expect(filled.text).toContain("?a=1&b=2");
    expect(filled.subject).toBe(`For <b a="1">O'Neil & sons</b>`);
  });

  it.each(["$& $1 $$ $`", "{{name}} {{{read}}} %s", "👩‍👩‍👧 😀", "مرحبا", "\\0 \\u0041"])("takes %s literally", (name) => {
    expect(fillText(rendering, { name, read: "x" })).toBe(`Hi ${name}, read x`);
  });

  it("writes half an emoji as the replacement character, as any encoder would", () => {
    expect(fillText(rendering, { name: "a\ud83d", read: "x" })).toBe("Hi a\ufffd, read x");
  });

  it("names the value that is missing, and does not take one from the prototype", () => {
    expect(() => fillText(rendering, { name: "Ana" })).toThrow('"read"');
    expect(() => fillHtml({ ...rendering, html: ["", "constructor", ""] }, {})).toThrow('"constructor"');
  });

  it("keeps a subject on one line whatever the name is", () => {
    expect(fillSubject(rendering, { name: "Ana\r\nBcc: all@b.example" })).toBe("For Ana Bcc: all@b.example");
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        (name) => !/\p{Cc}/u.test(fillSubject(rendering, { name, read: "x" })),
      ),
    );
  });

  it("never lets a value open a tag or close an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const html = fillHtml(rendering, { name });
        expect(
          html
            .replace(/^<p title="/, "")
            .replace('">', "")
            .replace(/<\/p>$/, ""),
        ).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe("a name for a mail header", () => {
  it("folds line breaks and controls to a space and leaves the rest", () => {
    expect(headerSafe("Zoë\r\n\tBcc: x\u0000\u0085\u2028y 👋")).toBe("Zoë Bcc: x y 👋");
  });
});
