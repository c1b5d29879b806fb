import type { App } from "../app.ts";
import { line, noStop } from "../touch/line.ts";
import type { SignUp } from "./sign-up.ts";

/**
 * Asks whether the address is theirs. Nothing in it is measured, and nothing else is said: it may go to somebody who never asked.
 * @throws Error when the mailer did not take it, without the address
 */
export async function mailConfirmation(app: App, { email, consent }: SignUp, link: string): Promise<void> {
  const { name, senderAddress, postalAddress } = app.config.company;
  const company = noStop(line(name, 100));
  const subject = `Please confirm: emails from ${company}`;
  const address = line(postalAddress.replaceAll(/,?\s*\n\s*/g, ", "), 300);
  const [{ createElement }, { default: Confirm }, { compileEmail }] = await Promise.all([
    import("react"),
    import("../../emails/letters/confirm.tsx"),
    import("../touch/compile.ts"),
  ]);
  const [result] = await app.mailer.sendBulk({
    from: { name: company, address: senderAddress },
    replyTo: senderAddress,
    rendering: await compileEmail(
      ({ link: to = "" }) => ({
        subject,
        body: createElement(Confirm, { company, consent: line(consent, 400), link: to, postalAddress: address }),
      }),
      { link: "both" },
    ),
    entries: [
      {
        to: { address: email },
        values: { link },
        headers: { "Auto-Submitted": "auto-generated" },
        tags: { signUp: "1" },
      },
    ],
  });
  if (result?.outcome === "unknown" || result?.outcome === "throttled")
    throw new Error("the email to confirm a sign-up was not taken");
}
