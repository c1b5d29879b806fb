import type { App } from "../app.ts";
import { withoutAddresses } from "../no-address.ts";
import type { Rendering } from "../ports.ts";
import type { Member } from "./member.ts";

/** Once for every company there is; the link and the name are filled in. React Email is loaded with the first: it costs half a second of every start. */
async function renderSignIn(company: string): Promise<Rendering> {
  const [{ createElement }, { default: SignIn }, { compileEmail }] = await Promise.all([
    import("react"),
    import("../../emails/letters/sign-in.tsx"),
    import("../touch/compile.ts"),
  ]);
  return compileEmail(
    ({ name = "", link = "" }) => ({
      subject: "Sign in to Midweek",
      body: createElement(SignIn, { name, link, company }),
    }),
    { name: "both", link: "both" },
  );
}

/** @throws Error with the mailer's reason, without the address that servers name in it, when it did not take the email */
export async function mailSignIn(app: App, { member, link }: { member: Member; link: string }): Promise<void> {
  const { name, senderAddress } = app.config.company;
  const [result] = await app.mailer.sendBulk({
    from: { name: `Midweek at ${name}`, address: senderAddress },
    replyTo: senderAddress,
    rendering: await renderSignIn(name),
    entries: [
      {
        to: { name: member.name, address: member.email },
        values: { name: member.name, link },
        headers: { "Auto-Submitted": "auto-generated" },
        tags: { member: member.id },
      },
    ],
  });
  if (result?.outcome !== "accepted")
    throw new Error(
      `the email with the sign-in link was not taken: ${withoutAddresses(result?.reason ?? "no answer")}`,
    );
}
