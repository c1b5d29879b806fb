/** @jsxImportSource hono/jsx */
import { allRules, weightTable } from "../../../shared/engagement/weights.ts";
import { percent } from "../evidence.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const rows = allRules.map((rule) => weightTable[rule]).toSorted((a, b) => b.human - a.human);

/** Every rule by which a signal is a person's or a machine's, the surest first, with where its number comes from. */
export const WeightTable = () => (
  <div class="scroll">
    <table class="people">
      <thead>
        <tr>
          <th scope="col">What was seen</th>
          <th scope="col" class="end">
            A person's
          </th>
          <th scope="col">Where the number comes from</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ human, says, source }) => (
          <tr>
            <th scope="row">{capital(says)}</th>
            <td class="end" data-label="A person's:">
              {percent(human)}
            </td>
            <td class="small quiet-text">{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
