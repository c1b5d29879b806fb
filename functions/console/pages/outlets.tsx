/** @jsxImportSource hono/jsx */
import { channelOf, type Endpoint, type Outlets } from "../../../shared/notice/outlets.ts";
import type { Reader } from "../chrome.ts";
import type { FormState } from "../outlets-form.ts";
import { Empty } from "../parts/empty.tsx";
import { InputField, Refused, SelectField } from "../parts/field.tsx";
import { When } from "../parts/when.tsx";
import { webhookExample } from "../webhook-example.ts";

const Test = ({ which, name }: { which: string; name: string }) => (
  <form method="post" action="/outlets/test">
    <input type="hidden" name="which" value={which} />
    <button class="quiet" type="submit">
      Send a test <span class="unseen">to {name}</span>
    </button>
  </form>
);

type FailureProps = { readonly failure: Outlets["failures"][string] | undefined; readonly zone: string };

const Failure = ({ failure, zone }: FailureProps) =>
  failure === undefined ? null : (
    <p class="small overdue">
      Last failure: {failure.says}, <When zone={zone} at={failure.at} />
    </p>
  );

type HotFormProps = { readonly form: FormState; readonly outlets: Outlets; readonly zone: string };

const HotForm = ({ form: { values, errors }, outlets, zone }: HotFormProps) => (
  <section class="card">
    <h2>When somebody asks for a call</h2>
    <form class="form" method="post" action="/outlets" novalidate>
      <Refused errors={errors} />
      <SelectField
        name="alertReps"
        label="Email to the rep"
        value={values["alertReps"]}
        error={errors["alertReps"]}
        choices={[
          { value: "yes", text: "At once, for each time somebody asks" },
          { value: "no", text: "None" },
        ]}
      />
      <InputField
        name="fallbackEmail"
        label="For prospects of no rep, email to (optional)"
        type="email"
        value={values["fallbackEmail"]}
        error={errors["fallbackEmail"]}
        placeholder="sales@northgate.example"
      />
      <InputField
        name="slackUrl"
        label="Slack incoming webhook (optional)"
        hint="Names, companies and why they are to be called are said there; no email addresses."
        type="url"
        value={values["slackUrl"]}
        error={errors["slackUrl"]}
        placeholder="https://hooks.slack.com/services/..."
        autocomplete="off"
      />
      <div class="buttons">
        <button class="primary" type="submit">
          Save
        </button>
      </div>
    </form>
    <Failure failure={outlets.failures["rep"]} zone={zone} />
    {outlets.slackUrl && (
      <div class="outlet-foot">
        <Failure failure={outlets.failures["slack"]} zone={zone} />
        <Test which="slack" name="Slack" />
      </div>
    )}
  </section>
);

const EndpointRow = ({ endpoint, outlets, zone }: { endpoint: Endpoint; outlets: Outlets; zone: string }) => (
  <li>
    <h3 class="address">{endpoint.url}</h3>
    <p class="meta">
      <span>{endpoint.withNames ? "With names and addresses of prospects" : "Without names of prospects"}</span>
      {endpoint.off && <span class="chip wrong">Switched off: {endpoint.off.why}</span>}
    </p>
    <Failure failure={outlets.failures[channelOf(endpoint)]} zone={zone} />
    <div class="buttons section-top">
      <Test which={endpoint.id} name={endpoint.url} />
      <form method="post" action="/outlets/remove">
        <input type="hidden" name="id" value={endpoint.id} />
        <button class="quiet" type="submit">
          Remove <span class="unseen">{endpoint.url}</span>
        </button>
      </form>
    </div>
  </li>
);

const EndpointForm = ({ values, errors }: FormState) => (
  <form class="card form" method="post" action="/outlets/add" novalidate>
    <h2>Add a program</h2>
    <Refused errors={errors} />
    <InputField
      name="url"
      label="Address"
      hint="It gets a signed message (standardwebhooks.com) whenever a call task is opened, changed or done, with your CRM's own record id."
      type="url"
      value={values["url"]}
      error={errors["url"]}
      placeholder="https://crm.northgate.example/midweek"
      required
    />
    <SelectField
      name="withNames"
      label="What it is told of the prospect"
      value={values["withNames"]}
      error={errors["withNames"]}
      choices={[
        { value: "no", text: "Ids only" },
        { value: "yes", text: "Name, company and email address too" },
      ]}
    />
    <div class="buttons">
      <button class="primary" type="submit">
        Add program
      </button>
    </div>
  </form>
);

type OutletsPageProps = {
  readonly outlets: Outlets;
  readonly hot: FormState;
  readonly adding: FormState;
  readonly reader: Reader;
};

const Example = () => (
  <details class="card">
    <summary>What a message looks like</summary>
    <p>
      It is a POST with the headers webhook-id, webhook-timestamp and webhook-signature of Standard Webhooks. The types
      are call.opened, call.changed and call.done; a test has the type test. The task is told as it is when the message
      is sent: drop what comes with a lower version than you have, and what has a webhook-id you know. Any answer from
      200 to 299 is taken for well; 410 switches the program off; after anything else it is tried again for a day.
    </p>
    <pre class="section-top">{JSON.stringify(webhookExample, undefined, 2)}</pre>
  </details>
);

export const OutletsPage = ({ outlets, hot, adding, reader: { zone } }: OutletsPageProps) => (
  <>
    <a class="crumb" href="/settings">
      Settings
    </a>
    <div class="head">
      <div>
        <h1>Outlets</h1>
        <p>Who hears of call tasks besides this console, and how.</p>
      </div>
    </div>
    <div class="split">
      <div class="stack">
        <section>
          <h2>Programs that hear of every call task</h2>
          {outlets.webhooks.length === 0 ? (
            <Empty title="No program is told yet">Add one, and your CRM can mirror the worklist.</Empty>
          ) : (
            <ul class="rows outlet-rows">
              {outlets.webhooks.map((endpoint) => (
                <EndpointRow {...{ endpoint, outlets, zone }} />
              ))}
            </ul>
          )}
        </section>
        <EndpointForm {...adding} />
        <Example />
      </div>
      <HotForm {...{ form: hot, outlets, zone }} />
    </div>
  </>
);
