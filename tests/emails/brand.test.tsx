import { render } from "react-email";
import { describe, expect, it } from "vitest";
import BlogPost from "../../emails/blog-post.tsx";
import { brand } from "../../emails/brand.ts";
import { contrastOf, mixed } from "../../emails/colour.ts";
import FollowUp from "../../emails/letters/follow-up.tsx";
import ArticleCardAlone from "../../emails/partials/article-card.tsx";
import BigNumberAlone from "../../emails/partials/big-number.tsx";
import FooterAlone from "../../emails/partials/footer.tsx";
import HeaderAlone from "../../emails/partials/header.tsx";
import QuoteAlone from "../../emails/partials/quote.tsx";

const own = {
  accent: "#7a1f4b",
  accentDark: "#f2a7c8",
  logo: { src: "https://tidewater.example/logo.png", width: 120, height: 40, alt: "Tidewater" },
};

describe("contrast", () => {
  it("is reckoned as WCAG does", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
    expect(contrastOf("#ffffff", "#777777")).toBe(contrastOf("#777777", "#ffffff"));
    expect(mixed("#000000", "#ffffff", 0.5)).toBe("#808080");
  });
});

describe("the brand", () => {
  it("as it comes can be read by day and by night, wherever its colours stand", () => {
    for (const { page, card, soft, ink, muted, accent, button } of [brand.light, brand.dark]) {
      for (const words of [ink, muted, accent])
        for (const under of [page, card, soft])
          expect(contrastOf(words, under), `${words} on ${under}`).toBeGreaterThan(4.5);
      expect(contrastOf("#ffffff", button)).toBeGreaterThan(4.5);
    }
  });

  it("of a company is in its emails and letters: logo, accent by day and by night", async () => {
    const { company } = BlogPost.PreviewProps;
    const emails = [
      <BlogPost key="post" {...BlogPost.PreviewProps} company={{ ...company, brand: own }} />,
      <FollowUp key="letter" {...FollowUp.PreviewProps} brand={own} />,
    ];
    for (const email of emails) {
      const html = await render(email);
      expect(html).toContain("color:#7a1f4b");
      expect(html).toContain(".mw-accent { color: #f2a7c8");
      expect(html).not.toContain(brand.light.accent);
      expect(html).not.toContain(brand.dark.accent);
    }
    const [post] = emails;
    expect(await render(post)).toMatch(/<img[^>]* alt="Tidewater"[^>]*width="120"/);
    expect(await render(post, { plainText: true })).not.toContain("logo.png");
  });

  it("is a name where there is no logo", async () => {
    const html = await render(<BlogPost {...BlogPost.PreviewProps} />);
    expect(html).not.toContain("logo");
    expect(html).toContain(`>${BlogPost.PreviewProps.company.name}<`);
  });
});

describe("what emails are put together of", () => {
  it.each([
    ["header", <HeaderAlone key="h" {...HeaderAlone.PreviewProps} />, "Unsubscribe"],
    ["footer", <FooterAlone key="f" {...FooterAlone.PreviewProps} />, "You get this because"],
    ["article card", <ArticleCardAlone key="a" {...ArticleCardAlone.PreviewProps} />, "From our blog"],
    ["quote", <QuoteAlone key="q" {...QuoteAlone.PreviewProps} />, "“I used to start"],
    ["big number", <BigNumberAlone key="b" {...BigNumberAlone.PreviewProps} />, "31 %"],
  ])("can be looked at by itself: the %s", async (_, part, words) => {
    expect(await render(part)).toContain(words);
  });
});
