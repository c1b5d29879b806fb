/** @jsxImportSource hono/jsx */

/** What the test is, what it promises, and who says so. */
export const ExperimentHow = () => (
  <details class="card section trial-how">
    <summary>How it is judged</summary>
    <p class="section-top">
      Which half a prospect is in is a fair coin, tossed once for each prospect and experiment. If the halves make no
      difference, the half that each click comes from is a fair coin too, whoever clicks and whenever. Against that coin
      we bet at fair odds; a stake of 1 that becomes 25 calls a winner.
    </p>
    <ul>
      <li>
        What it promises: if there is no difference, the chance of ever calling a winner is at most 5 % (4 % by this
        stake), however often one looks and whenever one stops.
      </li>
      <li>
        The bounds are confidence sequences, which are wider than intervals that hold for one look: with a certainty of
        95 % they hold the true value at every look at once. Those of the difference take 4 % for how the clicks are
        shared and 1 % for how many there are, so they leave out zero only when a winner is called.
      </li>
      <li>
        Counted are clicks of people on the article's link (more likely than not a person's, by the table of weights),
        within seven days, in emails where clicks are measured. Opens are not counted: machines open too. Emails younger
        than seven days wait.
      </li>
      <li>
        Call tasks within seven days are shown beside. They call no winner, but no winner is called against them (at 5
        %).
      </li>
      <li>
        How many more emails it takes: the clicks at which a stake becomes 25 even with a share of clicks so low as
        happens once in five when one arm has twice the clicks (144 clicks), or one and a half times (426), divided by
        the rate of clicks so far.
      </li>
      <li>
        No comparison holds if one half gets far fewer emails than the other (chance does that once in a thousand), and
        it says so.
      </li>
    </ul>
    <p>
      Sources: H. Robbins, “Statistical methods related to the law of the iterated logarithm” (1970); M. Lindon and A.
      Malek, “Anytime-valid inference for multinomial count data” (2022); A. Ramdas, P. Grünwald, V. Vovk and G. Shafer,
      “Game-theoretic statistics and safe anytime-valid inference” (2023).
    </p>
  </details>
);
