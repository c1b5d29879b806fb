import * as fc from "fast-check";
import { Body, Head, Heading, Html, Link, Text, render } from "react-email";
import { describe, expect, it } from "vitest";
import { compileEmail, textOptions, type Email } from "../../../shared/touch/compile.ts";
import { fill, fillText, type Values } from "../../../shared/touch/fill.ts";

const invitation = ({ name, link }: Values): Email => ({
  subject: `For ${name}`,
  body: (
    <Html>
      <Head />
      <Body>
        <Heading as="h1">{name}</Heading>
        <Text title={name}>{`It's for ${name} & co.`}</Text>
        <Link href={link}>Read it</Link>
      </Body>
    </Html>
  ),
});

const mute = ({ name }: Values): Email => ({ subject: "", body: <img alt={name} /> });
const shout = ({ name = "" }: Values): Email => ({ subject: "", body: <p title={name}>{name.toUpperCase()}</p> });

const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom("&", "<", ">", '"', "'", "$&", "{{name}}", "<!-- -->", "😀", "\ud83d", "ש", "&amp;"),
      fc.string(),
    ),
    {
      minLength: 1,
    },
  )
  .map((pieces) => pieces.join(""));
/** html-to-text folds white space, so for the text part a value has to come folded. */
const folded = oddText.map((text) => text.replaceAll(/[\s\u200b]+/g, " ").trim()).filter((text) => text !== "");

describe("compiling an email", () => {
  it("gives the very bytes React Email renders with the values themselves, in html and text", async () => {
    const rendering = await compileEmail(invitation, { name: "both", link: "both" });
    await fc.assert(
      fc.asyncProperty(folded, fc.webUrl({ withQueryParameters: true, withFragments: true }), async (name, link) => {
        const { subject, body } = invitation({ name, link });
        const filled = fill(rendering, { name, link });
        expect(filled.html).toBe(await render(body));
        expect(filled.text).toBe(await render(body, { plainText: true, htmlToTextOptions: textOptions }));
        expect(filled.subject).toBe(subject.toWellFormed().trim());
      }),
      { numRuns: 200 },
    );
  });

  it("alternates literal text and names, and has the same id for the same content", async () => {
    const first = await compileEmail(invitation, { name: "both", link: "both" });
    const second = await compileEmail(invitation, { name: "both", link: "both" });
    expect(first.subject).toEqual(["For ", "name", ""]);
    expect(first.html.filter((_, at) => at % 2 === 1)).toEqual(["name", "name", "name", "link"]);
    expect(second).toEqual(first);
    const other = await compileEmail((values) => ({ ...invitation(values), subject: "Other" }), {
      name: "both",
      link: "both",
    });
    expect(other.id).not.toBe(first.id);
  });

  it("writes a title as it is and a link after its words in the text", async () => {
    const rendering = await compileEmail(invitation, { name: "both", link: "both" });
    expect(fillText(rendering, { name: "Ana", link: "https://a.example" })).toBe(
      "Ana\n\nIt's for Ana & co.\n\nRead it: https://a.example",
    );
  });

  it("refuses a template that does not show a value where it must", async () => {
    await expect(compileEmail(invitation, { name: "both", link: "both", pixel: "html" })).rejects.toThrow('"pixel"');
    await expect(compileEmail(mute, { name: "html" })).resolves.toBeDefined();
    await expect(compileEmail(mute, { name: "both" })).rejects.toThrow('text of the email does not show "name"');
  });

  it("refuses a template that alters a value on the way", async () => {
    await expect(compileEmail(shout, { name: "html" })).rejects.toThrow("altered");
  });
});
