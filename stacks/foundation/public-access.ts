import { Stack } from "aws-cdk-lib";
import { CfnTopicPolicy } from "aws-cdk-lib/aws-sns";
import { CfnQueuePolicy } from "aws-cdk-lib/aws-sqs";
import type { IConstruct } from "constructs";
import * as z from "zod";

const Statements = z.object({
  Statement: z.array(
    z.object({ Effect: z.string(), Principal: z.unknown().optional(), Condition: z.unknown().optional() }),
  ),
});
const Anyone = z.union([z.literal("*"), z.object({ AWS: z.union([z.literal("*"), z.array(z.unknown())]) })]);

/** Fails the synth for a queue or topic that anyone may use; the rules of AWS Solutions do not look for that. */
export function refusePublicAccess(scope: IConstruct): void {
  scope.node.addValidation({
    validate: () =>
      scope.node
        .findAll()
        .filter((one) => one instanceof CfnTopicPolicy || one instanceof CfnQueuePolicy)
        .filter((policy) => isPublic(Stack.of(policy).resolve(policy.policyDocument)))
        .map((policy) => `${policy.node.path} lets anyone in: name the principal, or set a condition`),
  });
}

const isPublic = (document: unknown): boolean =>
  Statements.parse(document).Statement.some(
    ({ Effect, Principal, Condition }) => Effect === "Allow" && Condition === undefined && isAnyone(Principal),
  );

function isAnyone(principal: unknown): boolean {
  const { success, data: who } = Anyone.safeParse(principal);
  return success && (who === "*" || who.AWS === "*" || who.AWS.includes("*"));
}
