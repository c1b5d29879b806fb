import * as z from "zod";
import type { Company } from "../../shared/config.ts";
import { addressHash, idOf } from "../../shared/id.ts";
import type { Key, Table, Write } from "../../shared/ports.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";

const sampleKey: Key = { pk: "LOCAL", sk: "SAMPLE" };

/** Somebody of the sample, by whom the row stood for. */
const Marked = z.object({ id: z.string(), address: z.string() });
export type Marked = z.infer<typeof Marked>;

/** What of a folder is the sample company's: its people by whom they were filled in as, so that a row that became somebody else's is left alone. */
const SampleNote = z.object({
  prospects: z.array(Marked),
  reps: z.array(Marked),
  articleIds: z.array(z.string()),
  /** By what it says of itself. */
  company: z.string(),
});
export type SampleNote = z.infer<typeof SampleNote>;

const marked = ({ id, email }: { readonly id: string; readonly email: string }): Marked => ({
  id,
  address: addressHash(email),
});

/** By what a company says of itself, it is told from one that somebody changed. */
export const companyMark = (company: Company | undefined): string => idOf(JSON.stringify(company ?? null));

export const sampleNote = (of: {
  readonly prospects: readonly Pick<Prospect, "id" | "email">[];
  readonly reps: readonly { readonly id: string; readonly email: string }[];
  readonly articleIds: readonly string[];
  /** As it is kept. */
  readonly company: Company | undefined;
}): Write => {
  const note: SampleNote = {
    prospects: of.prospects.map(marked),
    reps: of.reps.map(marked),
    articleIds: [...of.articleIds],
    company: companyMark(of.company),
  };
  return { kind: "put", item: { ...sampleKey, data: note } };
};

/** Undefined where no sample was filled in, or it is gone. */
export async function getSampleNote(table: Table): Promise<SampleNote | undefined> {
  const item = await table.get(sampleKey);
  return item && SampleNote.parse(item.data);
}

export const forgetSampleNote = (): Write => ({ kind: "remove", key: sampleKey });
