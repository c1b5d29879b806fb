import type { ReactNode } from "react";
import { Page, Sheet } from "./page.tsx";

type PartialProps = { readonly title: string; readonly onSheet?: boolean; readonly children: ReactNode };

/** What an email is put together of, by itself in the middle of an empty page, to be looked at. */
export const Partial = ({ title, onSheet = false, children }: PartialProps) => (
  <Page title={title}>{onSheet ? <Sheet>{children}</Sheet> : children}</Page>
);
