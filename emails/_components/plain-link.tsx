import { Link, Text } from "react-email";
import { type } from "../theme.ts";

/** The button's address once more, for mail programs in which it does nothing. */
export const PlainLink = ({ href }: { readonly href: string }) => (
  <Text className="mw-muted" style={{ ...type.small, paddingTop: "18px" }}>
    {"If the button does nothing, open this: "}
    <Link href={href} className="mw-muted quiet" style={{ ...type.small, textDecoration: "underline" }}>
      {href}
    </Link>
  </Text>
);
