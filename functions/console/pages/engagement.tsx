/** @jsxImportSource hono/jsx */
import { HOT_FROM, PERSON_FROM } from "../../../shared/engagement/weights.ts";
import type { Usual } from "../../../shared/engagement/usual.ts";
import type { Reader } from "../chrome.ts";
import { percent } from "../evidence.ts";
import { RiseTest, WhatIsPromised } from "../parts/rise-test.tsx";
import { Thresholds, UsualNow } from "../parts/thresholds.tsx";
import { WeightTable } from "../parts/weight-table.tsx";
import type { Threshold } from "../thresholds.ts";

export type EngagementPageProps = {
  readonly usual: Usual;
  /** Call tasks for nothing, a rep and fortnight. */
  readonly allowed: number;
  readonly thresholds: readonly Threshold[];
  readonly reader: Reader;
};

const Signals = () => (
  <section id="signals">
    <h2>What a signal is</h2>
    <div class="prose">
      <p>
        Whatever comes back on an email: its picture was fetched (an open), a link was followed (a click), somebody
        answered, filled in the form that asks for a call, or booked a meeting. Opens and clicks are only recorded of
        people who may be measured; answers always count.
      </p>
      <p>
        Beside each open and click we keep what tells people from machines: when it came, with which program, from which
        block of network addresses (never the address itself), and which link it was. One link in every email is there
        for machines only: no reader sees it.
      </p>
    </div>
  </section>
);

const HowSure = () => (
  <section id="sure">
    <h2>How surely a person</h2>
    <div class="prose">
      <p>
        Most opens and clicks in business mail are not people. Every signal gets the chance that a person did it, by the
        rule in this table that fits. A machine that shows itself takes all it did on that visit with it: the same
        email, the same network, within two minutes. When more comes in, all signals of the prospect are judged again;
        what turns out to be a machine's is taken back, and a call task that stood on it alone goes with it and says
        why.
      </p>
      <p>
        From {percent(PERSON_FROM)} on we speak of a person; from {percent(HOT_FROM)} on a click on the calling link, on
        what it costs or on the page to ask for a call is enough to call at once. The score counts a click from half on,
        by how sure it is, and an opening by its chance.
      </p>
    </div>
    <WeightTable />
  </section>
);

const Gateways = () => (
  <section id="gateways">
    <h2>Mail gateways</h2>
    <div class="prose">
      <p>
        Many companies have a gateway that follows every link before the email reaches anybody, some with the name of a
        real browser. One such click looks like a person's. So each company's domain is looked at as a whole: three
        colleagues within seconds, or many within the hour of delivery where few were before, are a gateway. Where most
        clicks come within that hour and hardly any later, an early click counts for as much less as people would have
        made fewer of them. When a domain switches a gateway on, its people do not all rise.
      </p>
      <p>
        The page of each prospect says so where it is the case. At public mail providers nothing follows from what the
        neighbours do, and a company of which we know one or two people shows no pattern.
      </p>
    </div>
  </section>
);

const Lanes = () => (
  <section id="lanes">
    <h2>Two ways onto the worklist</h2>
    <div class="prose">
      <p>
        <strong>Asked for a call:</strong> a reply, the form, a booked meeting, or a person's click on a link that asks.
        No arithmetic; the call is due at once in the working hours there, and a clock shows how long they have waited.
      </p>
      <p>
        <strong>Warming:</strong> somebody who reads more than they usually do. That is what the rise test below finds.
        Who opens everything does not come up for it, and who never did anything and reads twice running does.
      </p>
    </div>
  </section>
);

/** How engagement is judged, for the rep who asks why and the marketer who checks. */
export const EngagementPage = ({ usual, allowed, thresholds, reader }: EngagementPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Engagement</h1>
        <p>How Midweek tells people from machines, when it says that interest has risen, and how far to trust it.</p>
      </div>
    </div>
    <div class="method">
      <Signals />
      <HowSure />
      <Gateways />
      <Lanes />
      <RiseTest />
      <WhatIsPromised />
      <Thresholds allowed={allowed} thresholds={thresholds} emailsPerFortnight={usual.emailsPerFortnight} />
      <UsualNow usual={usual} reader={reader} />
    </div>
  </>
);
