/** @jsxImportSource hono/jsx */
import { parsePhoneNumberFromString } from "libphonenumber-js";

type PhoneProps = { readonly phone: string | undefined; readonly main?: boolean; readonly plain?: boolean };

/** A number that can be tapped, written as people of its country write it abroad; `plain` is one that is not to be tapped. */
export const Phone = ({ phone, main, plain }: PhoneProps) => {
  if (!phone) return <span class="small quiet-text">No phone number</span>;
  const known = parsePhoneNumberFromString(phone);
  if (plain) return <span class="small quiet-text">{known?.formatInternational() ?? phone}</span>;
  return (
    <a
      class={main ? "button primary tel" : "button tel"}
      href={known?.getURI() ?? `tel:${phone.replaceAll(/[^\d+*#]/g, "")}`}
    >
      {known?.formatInternational() ?? phone}
    </a>
  );
};
