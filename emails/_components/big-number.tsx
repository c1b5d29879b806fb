import { Text } from "react-email";
import { useLook } from "../look.ts";

/** The one figure that says it all, with its unit: "31 %". */
export const BigNumber = ({ children }: { readonly children: string }) => (
  <Text className="mw-accent mw-number" style={{ ...useLook().number, padding: "2px 0 4px" }} dir="auto">
    {children}
  </Text>
);
