/** @jsxImportSource hono/jsx */
import { parsePhoneNumberFromString } from "libphonenumber-js";

/** A number that can be tapped, written as people of its country write it abroad. */
export const Phone = ({ phone, main }: { phone: string | undefined; main?: boolean }) => {
  if (!phone) return <span class="small quiet-text">No phone number</span>;
  const known = parsePhoneNumberFromString(phone);
  return (
    <a
      class={main ? "button primary tel" : "button tel"}
      href={known?.getURI() ?? `tel:${phone.replaceAll(/[^\d+*#]/g, "")}`}
    >
      {known?.formatInternational() ?? phone}
    </a>
  );
};
