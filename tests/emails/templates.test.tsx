import { render } from "react-email";
import { describe, expect, it } from "vitest";
import BlogPost from "../../emails/blog-post.tsx";
import CaseStudy from "../../emails/case-study.tsx";

const { links } = BlogPost.PreviewProps;
const pixel = "https://tidewater.example/open.gif";
const hidden = "https://tidewater.example/hidden";

const templates = [
  ["blog post", <BlogPost key="b" {...BlogPost.PreviewProps} links={{ ...links, pixel, hidden }} />],
  ["case study", <CaseStudy key="c" {...CaseStudy.PreviewProps} links={{ ...links, pixel, hidden }} />],
] as const;

const bodyOf = (html: string): string => html.slice(html.indexOf("<body"));

describe.each(templates)("the %s email", (_, email) => {
  it("has the ways out near the top and again at the foot", async () => {
    const body = bodyOf(await render(email));
    for (const link of [links.unsubscribe, links.preferences]) {
      expect(body.split(`href="${link}"`)).toHaveLength(3);
      expect(body.indexOf(link)).toBeLessThan(body.indexOf("Hi Ana,"));
      expect(body.lastIndexOf(link)).toBeGreaterThan(body.indexOf("Maya Okafor</p>"));
    }
  });

  it("gives every picture an alternative text and a size, and ends with the pixel", async () => {
    const images = (await render(email)).match(/<img[^>]*>/g) ?? [];
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/(?=.* alt=")(?=.* width="\d+")(?=.* height="\d+")/);
    expect(images.at(-1)).toContain(pixel);
    expect(images[0]).not.toContain('alt=""');
  });

  it("opens with preview text that is not part of the plain text", async () => {
    const body = bodyOf(await render(email));
    const { preview } = body.includes("The problem") ? CaseStudy.PreviewProps : BlogPost.PreviewProps;
    expect(body.indexOf(preview)).toBeLessThan(body.indexOf("<a "));
    expect(await render(email, { plainText: true })).not.toContain(preview);
  });

  it("offers the same links in plain text, and says why it came and from where", async () => {
    const text = await render(email, { plainText: true });
    for (const link of [links.read, links.meeting!, links.pricing!, links.unsubscribe, links.preferences])
      expect(text).toContain(link);
    expect(text).toContain("You get this because Maya Okafor");
    expect(text).toContain("ana@northwind.example");
    expect(text).toContain("14 Quay Street");
    expect(text).not.toContain(pixel);
  });

  it("hides one link, after all others, from readers, screen readers, keyboards and the plain text", async () => {
    const html = await render(email);
    const anchors = html.match(/<a [^>]*>[^]*?<\/a>/g) ?? [];
    expect(anchors.filter((anchor) => anchor.includes(hidden))).toEqual([anchors.at(-1)]);
    expect(anchors.at(-1)).toMatch(
      /(?=.* tabindex="-1")(?=.* aria-hidden="true")(?=.*display:none;mso-hide:all).*><\/a>$/i,
    );
    for (const shown of anchors.slice(0, -1)) expect(shown).not.toMatch(/aria-hidden|display:none/);
    expect(await render(email, { plainText: true })).not.toContain(hidden);
  });

  it("has rules for dark mode and for phones, and no layout that Outlook does not know", async () => {
    const html = await render(email);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain("@media (prefers-color-scheme: dark)");
    expect(html).toContain("@media screen and (max-width: 480px)");
    expect(html).not.toMatch(/display:\s*(flex|grid)|position:|float:/);
  });
});

describe("what is optional", () => {
  it("leaves no trace where it is missing", async () => {
    const { article, company, person } = CaseStudy.PreviewProps;
    const bare = { ...links, meeting: undefined, pricing: undefined };
    const html = await render(
      <CaseStudy
        {...CaseStudy.PreviewProps}
        article={{ ...article, image: undefined, number: undefined, quote: undefined, sector: undefined }}
        company={{ name: company.name, postalAddress: company.postalAddress }}
        person={person}
        links={bare}
      />,
    );
    for (const gone of [
      "<img",
      'mw-number"',
      "“",
      "undefined",
      "What Tidewater",
      "Easier by phone",
      "What it costs",
      "aria-hidden",
    ])
      expect(bodyOf(html)).not.toContain(gone);
  });

  it("puts a quote between quotation marks once", async () => {
    const article = { ...CaseStudy.PreviewProps.article, quote: '"Coffee," she said.' };
    expect(await render(<CaseStudy {...CaseStudy.PreviewProps} article={article} />)).toContain(
      ">“Coffee,&quot; she said.”<",
    );
  });
});
