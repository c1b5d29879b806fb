import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Colour, colourOf, contrast, hexOf, over } from "../../../shared/lint/colour.ts";
import { brokenBy, good } from "./good-email.ts";

const part = fc.integer({ min: 0, max: 255 });
const solid = fc.tuple(part, part, part).map(([r, g, b]): Colour => [r, g, b, 1]);
const black: Colour = [0, 0, 0, 1];
const white: Colour = [255, 255, 255, 1];

describe("contrast", () => {
  test("is that of WCAG's own examples", () => {
    expect(contrast(black, white)).toBe(21);
    expect(contrast(colourOf("#777")!, white)).toBeCloseTo(4.48, 2);
    expect(contrast(colourOf("#767676")!, white)).toBeCloseTo(4.54, 2);
  });

  test("is the same both ways, from 1 to 21, and 1 of a colour with itself", () => {
    fc.assert(
      fc.property(solid, solid, (one, other) => {
        const found = contrast(one, other);
        expect(found).toBe(contrast(other, one));
        expect(found).toBeGreaterThanOrEqual(1);
        expect(found).toBeLessThanOrEqual(21);
        expect(contrast(one, one)).toBe(1);
      }),
    );
  });

  test("of black or white is never less than 4.5 on any ground", () => {
    fc.assert(
      fc.property(solid, (ground) => {
        expect(Math.max(contrast(black, ground), contrast(white, ground))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

describe("a colour", () => {
  test("is the same however it is written", () => {
    fc.assert(
      fc.property(solid, (colour) => {
        const [r, g, b] = colour;
        const hex = hexOf(colour);
        for (const written of [
          hex,
          hex.toUpperCase(),
          `${hex}ff`,
          `rgb(${r}, ${g},${b})`,
          `rgb(${r} ${g} ${b} / 100%)`,
        ])
          expect(colourOf(written)).toEqual(colour);
      }),
    );
    expect(colourOf("#fa3")).toEqual([255, 170, 51, 1]);
    expect(colourOf(" White ")).toEqual(white);
  });

  test.each(["#ff", "#12345g", "rgb(1,2)", "rgb(a,b,c)", "var(--ink)", "hsl(1,2%,3%)", ""])("%j is none", (text) =>
    expect(colourOf(text)).toBeUndefined(),
  );

  test("laid over another lies between the two, and covers it as far as it covers", () => {
    fc.assert(
      fc.property(solid, solid, fc.double({ min: 0, max: 1, noNaN: true }), ([r, g, b], ground, alpha) => {
        const laid = over([r, g, b, alpha], ground);
        [r, g, b].forEach((one, at) => {
          expect(laid[at]).toBeGreaterThanOrEqual(Math.min(one, ground[at]!) - 1e-9);
          expect(laid[at]).toBeLessThanOrEqual(Math.max(one, ground[at]!) + 1e-9);
        });
      }),
    );
  });
});

describe("what is read on what", () => {
  /** Grey on white, in day and night: 3.5. */
  const grey = (style: string) => ({
    html: `<body style="background-color:#ffffff"><p style="color:#87898c;${style}">I put this aside for you.</p></body>`,
    text: "I put this aside for you.",
    expected: { toMany: false },
  });

  test.each([
    ["font-size:24px", false],
    ["font-size:23px", true],
    ["font-size:19px;font-weight:700", false],
    ["font-size:18px;font-weight:700", true],
    ["font-size:18pt", false],
    ["font-size:1.5em", false],
    ["", true],
  ])("of 3.5 at %j is too little: %s", (style, wrong) =>
    expect(brokenBy(grey(style)).includes("contrast")).toBe(wrong),
  );

  test("goes through grounds that let others through, and takes the ground of the nearest", () => {
    const on = (ground: string) => ({
      html: `<body style="background:#000000 none"><div style="${ground}"><p style="color:#767676">Words</p></div></body>`,
      text: "Words",
      expected: { toMany: false },
    });
    expect(brokenBy(on("background-color:#ffffff"))).not.toContain("contrast");
    expect(brokenBy(on("background-color:transparent"))).not.toContain("contrast");
    expect(brokenBy(on("background-color:rgba(255,255,255,.5)"))).toContain("contrast");
  });

  test("by night an important rule of the head goes before the style of the element, and another does not", () => {
    const night = (rule: string) => ({
      html: good.html.replace(".ink { color: #eef2f1 !important; }", `.ink { color: ${rule}; }`),
    });
    expect(brokenBy(night("#eef2f1 !important"))).toEqual([]);
    expect(brokenBy(night("#eef2f1"))).toEqual(["contrast"]);
    expect(brokenBy(night("#222222 !important"))).toEqual(["contrast"]);
  });

  test("a link without a colour has that of browsers", () => {
    const link = (page: string) => ({
      html: `<body style="background-color:${page}"><p style="color:#ffffff"><a href="https://a.example/">Read</a></p></body>`,
      text: "Read: https://a.example/",
      expected: { toMany: false },
    });
    expect(brokenBy(link("#0000ee"))).toContain("contrast");
  });

  test("where nothing is said night is as day, unless the email knows of it", () => {
    const bare = (head: string) => ({
      html: `<head>${head}</head><body><p style="background-color:#ffffff">Words</p></body>`,
      text: "Words",
      expected: { toMany: false },
    });
    expect(brokenBy(bare(""))).not.toContain("contrast");
    expect(brokenBy(bare('<meta name="color-scheme" content="light dark"/>'))).toContain("contrast");
    expect(brokenBy(bare("<style>:root { color-scheme: light dark; }</style>"))).toContain("contrast");
  });
});
