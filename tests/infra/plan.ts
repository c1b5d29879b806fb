import * as z from "zod";

/** A resource as the configuration asked for it. */
export const Captured = z.object({
  type: z.string(),
  name: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  retainOnDelete: z.boolean(),
});
export type Captured = z.infer<typeof Captured>;

/** All that `sst diff` would make of a stage. Secret values are not in it, only their places. */
export const Plan = z.object({
  stage: z.string(),
  /** Whether `sst remove` refuses to take the stage away. */
  isProtected: z.boolean(),
  outputs: z.looseObject({ publicUrl: z.string() }),
  resources: z.array(Captured),
});
export type Plan = z.infer<typeof Plan>;

/** The resources of a type, with their inputs read. */
export const ofType = <Inputs>(plan: Plan, type: string, inputs: z.ZodType<Inputs>): Inputs[] =>
  plan.resources.filter((one) => one.type === type).map((one) => inputs.parse(one.inputs));

const Lambda = z.looseObject({
  name: z.string(),
  role: z.string(),
  runtime: z.string(),
  architectures: z.array(z.string()),
  timeout: z.number(),
  memorySize: z.number(),
  s3Key: z.string(),
  handler: z.string(),
  environment: z.object({ variables: z.record(z.string(), z.string()) }),
  loggingConfig: z.object({ logGroup: z.string() }),
  vpcConfig: z.unknown().optional(),
  deadLetterConfig: z.object({ targetArn: z.string() }).optional(),
});
export const lambdas = (plan: Plan) => ofType(plan, "aws:lambda/function:Function", Lambda);

const CloudFormation = z.looseObject({ templateBody: z.string(), policyBody: z.string().optional() });
export const Template = z.object({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      DeletionPolicy: z.string().optional(),
      Properties: z.record(z.string(), z.unknown()).default({}),
    }),
  ),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
});
export type Template = z.infer<typeof Template>;

/** The one CloudFormation stack that is the foundation. */
export function foundationOf(plan: Plan) {
  const [stack, ...more] = ofType(plan, "aws:cloudformation/stack:Stack", CloudFormation);
  if (!stack || more.length) throw new Error("there is not one CloudFormation stack");
  return { ...stack, template: Template.parse(JSON.parse(stack.templateBody)) };
}

/** `"touches"` as the foundation names its parts: `"Touches"`. */
export const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
