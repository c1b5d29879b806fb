/** @jsxImportSource hono/jsx */
import type { SectorCoverage } from "../library-view.ts";
import { sectorName } from "../sector-name.ts";

/** Which sectors have how many case studies and prospects. */
export const Coverage = ({ coverage }: { coverage: readonly SectorCoverage[] }) => (
  <section class="card coverage">
    <h2>Case studies by sector</h2>
    <p class="quiet-text">A case study goes to prospects of its own sector; one for any sector goes to everybody.</p>
    {coverage.length === 0 ? (
      <p>None yet: every prospect gets blog posts instead.</p>
    ) : (
      <ul class="chips">
        {coverage.map(({ sector, studies, people }) => (
          <li class={studies === 0 && sector ? "chip wrong" : "chip"}>
            <a href={`/library?kind=case-study&sector=${sector ?? "-"}`}>{sectorName(sector) || "Any sector"}</a>{" "}
            <strong>{studies}</strong>
            <span class="unseen"> {studies === 1 ? "case study" : "case studies"}</span>
            {people !== undefined && sector && ` for ${people} ${people === 1 ? "prospect" : "prospects"}`}
          </li>
        ))}
      </ul>
    )}
    {coverage.some(({ studies, people }) => studies === 0 && (people ?? 0) > 0) && (
      <p class="small section-top">
        Prospects of a sector without a case study get one for any sector, or a blog post, as their cadence has it.
      </p>
    )}
  </section>
);
