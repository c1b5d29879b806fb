import { BigNumber } from "../_components/big-number.tsx";
import { Partial } from "../_components/partial.tsx";

type BigNumberProps = { readonly figure: string };

const BigNumberAlone = ({ figure }: BigNumberProps) => (
  <Partial title="Big number" onSheet>
    <BigNumber>{figure}</BigNumber>
  </Partial>
);

BigNumberAlone.PreviewProps = { figure: "31 %" } satisfies BigNumberProps;

export default BigNumberAlone;
