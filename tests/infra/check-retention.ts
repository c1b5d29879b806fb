import { foundationOf, type Plan } from "./plan.ts";

const KEPT = new Set(["AWS::DynamoDB::Table", "AWS::SQS::Queue", "AWS::Scheduler::ScheduleGroup"]);

/** In prod what holds anything outlives its stack and cannot be removed by a slip; elsewhere nothing is left behind. */
export function retentionFaults(plan: Plan): string[] {
  const prod = plan.stage === "prod";
  const { template, policyBody } = foundationOf(plan);
  const stack = plan.resources.find(({ type }) => type === "aws:cloudformation/stack:Stack");
  const holding = Object.entries(template.Resources).filter(([, { Type }]) => KEPT.has(Type));
  const wrong = holding.filter(([, one]) => (one.DeletionPolicy === "Retain") !== prod);
  const tables = holding.filter(([, { Type }]) => Type === "AWS::DynamoDB::Table");
  const faults: [boolean, string][] = [
    [holding.length === 0, "nothing holds anything"],
    [plan.isProtected !== prod, prod ? "the stage can be removed" : "the stage cannot be removed"],
    [stack?.retainOnDelete !== prod, prod ? "the foundation goes with the stage" : "the foundation stays behind"],
    [
      prod && !/"Deny".*"Update:Replace".*AWS::DynamoDB::Table/.test(policyBody ?? ""),
      "an update may replace the table",
    ],
    [tables.some(([, one]) => one.Properties["DeletionProtectionEnabled"] !== prod), "the table's protection is wrong"],
  ];
  return [
    ...faults.filter(([is]) => is).map(([, what]) => what),
    ...wrong.map(([id]) => (prod ? `${id} goes with the stack` : `${id} stays behind`)),
  ];
}
