import { render, toPlainText } from "react-email";
import { describe, expect, it } from "vitest";
import HotCall from "../../emails/letters/hot-call.tsx";
import { textOptions } from "../../shared/touch/compile.ts";

const props = HotCall.PreviewProps;

describe("the email to a rep whose prospect asked for a call", () => {
  it("has whom, why, since when and what time it is there, in html and plain text", async () => {
    const html = await render(<HotCall {...props} />);
    for (const part of [html, toPlainText(html, textOptions)])
      for (const words of [props.who, props.why, props.since, props.there, props.href, props.phone.href])
        expect(part).toContain(words);
  });

  it("measures nothing and loads nothing", async () => {
    const html = await render(<HotCall {...props} />);
    expect(html).not.toMatch(/<img|url\(|@import/);
    expect(html).toContain("@media (prefers-color-scheme: dark)");
  });

  it("does without a phone number", async () => {
    const { phone: _, ...rest } = props;
    expect(await render(<HotCall {...rest} />)).not.toContain("Phone");
  });
});
