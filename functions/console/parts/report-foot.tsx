/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { queryOf } from "../report-view.ts";
import type { Asked } from "../report-view.ts";

type FootProps = {
  /** Of the page. */
  readonly path: string;
  readonly asked: Asked;
  readonly shown: number;
  readonly there: number;
  /** What one of them is called: "line". */
  readonly one: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
};

const HowMany = ({ path, asked, shown, there, one }: FootProps): Child => {
  if (shown === there) return <p class="quiet-text">{there === 1 ? `1 ${one}` : `${there} ${one}s`}</p>;
  return (
    <p>
      The first {shown} of {there}. <a href={`${path}${queryOf({ ...asked, all: true })}`}>Show all {there}</a>
    </p>
  );
};

/** Below the table of a report: how much of it is shown, and all of it as files. */
export const ReportFoot = (props: FootProps) => (
  <div class="report-foot">
    <HowMany {...props} />
    <div class="buttons">
      {props.files.map(({ path, text }) => (
        <a class="button quiet" href={`${path}${queryOf(props.asked)}`}>
          {text}
        </a>
      ))}
    </div>
  </div>
);
