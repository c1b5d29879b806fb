/** An account that has everything: what the stand-in for Pulumi says of each resource and each question. */
import * as z from "zod";

export const REGION = "eu-west-1";
export const ACCOUNT = "123456789012";
const arn = (service: string, resource: string): string =>
  `arn:aws:${service}:${service === "iam" ? "" : REGION}:${ACCOUNT}:${resource}`;

type Inputs = { [name: string]: unknown };
type Resource = { readonly type: string; readonly name: string; readonly inputs: Inputs };

/** The resource as it would be once made: what it was asked to be, and what AWS adds. */
export function made({ type, name, inputs }: Resource): { id: string; state: Inputs } {
  const id = typeof inputs["name"] === "string" ? inputs["name"] : name;
  const service = /^aws:(\w+)\//.exec(type)?.[1] ?? "unknown";
  return { id, state: { name: id, arn: arn(service, id), ...inputs, ...added(type, id, inputs) } };
}

function added(type: string, id: string, inputs: Inputs): Inputs {
  switch (type) {
    case "aws:iam/role:Role":
      return { arn: arn("iam", `role/${id}`) };
    case "aws:lambda/function:Function":
      return { arn: functionArn(id), invokeArn: `invoke/${id}`, qualifiedArn: functionArn(id), publish: false };
    case "aws:apigatewayv2/api:Api":
      return { apiEndpoint: "https://api.execute-api.example", executionArn: arn("execute-api", id) };
    case "aws:apigatewayv2/domainName:DomainName":
      return { domainNameConfiguration: { targetDomainName: "target.example", hostedZoneId: "Z1" } };
    case "aws:acm/certificate:Certificate":
      return { domainValidationOptions: [proofOf(String(inputs["domainName"]))] };
    case "random:index/randomBytes:RandomBytes":
      return { base64: KEY.toString("base64") };
    case "aws:cloudformation/stack:Stack":
      return { outputs: outputsOf(String(inputs["templateBody"])) };
    default:
      return {};
  }
}

/** The record by which a domain shows that it is ours. */
const proofOf = (domainName: string) => ({
  domainName,
  resourceRecordName: `_proof.${domainName}`,
  resourceRecordType: "CNAME",
  resourceRecordValue: "_proof.acm.example",
});

/** What SST encrypts links with here; on AWS it is random. */
export const KEY = Buffer.alloc(32, 7);
export const functionArn = (name: string): string => arn("lambda", `function:${name}`);

const Document = z.object({
  statements: z
    .array(
      z.object({
        effect: z.string().default("Allow"),
        actions: z.array(z.string()),
        resources: z.array(z.string()).optional(),
        principals: z.array(z.object({ type: z.string(), identifiers: z.array(z.string()) })).default([]),
        conditions: z
          .array(z.object({ test: z.string(), variable: z.string(), values: z.array(z.string()) }))
          .default([]),
      }),
    )
    .default([]),
});

/** Answers a question that the configuration asks AWS. */
export function answer(token: string, inputs: unknown): Inputs {
  switch (token) {
    case "aws:index/getPartition:getPartition":
      return { partition: "aws", dnsSuffix: "amazonaws.com" };
    case "aws:index/getRegion:getRegion":
      return { region: REGION, name: REGION };
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { accountId: ACCOUNT };
    case "aws:iam/getPolicyDocument:getPolicyDocument":
      return policyDocument(inputs);
    default:
      throw new Error(`the stand-in account has no answer to ${token}`);
  }
}

function policyDocument(inputs: unknown): Inputs {
  const { statements } = Document.parse(inputs);
  const Statement = statements.map(({ effect, actions, resources, principals, conditions }) => ({
    Effect: effect,
    Action: actions,
    Resource: resources,
    Principal: principals.flatMap(({ identifiers }) => identifiers),
    Condition: Object.fromEntries(conditions.map(({ test, variable, values }) => [test, { [variable]: values }])),
  }));
  return { json: JSON.stringify({ Version: "2012-10-17", Statement }), statements };
}

const Template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string() })),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
});

const Ref = z.object({ Ref: z.string() });
const Attribute = z.object({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) });
const Join = z.object({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) });
const pseudo = new Map([
  ["AWS::Region", REGION],
  ["AWS::AccountId", ACCOUNT],
  ["AWS::Partition", "aws"],
]);

/** The outputs of a CloudFormation template, with an address made up for each of its resources. */
export function outputsOf(body: string): { [name: string]: string } {
  const { Resources, Outputs } = Template.parse(JSON.parse(body));
  const valueOf = (value: unknown): string => {
    if (typeof value === "string") return value;
    const ref = Ref.safeParse(value).data?.Ref;
    if (ref) return pseudo.get(ref) ?? ref;
    const [id = ""] = Attribute.safeParse(value).data?.["Fn::GetAtt"] ?? [];
    if (id) return arn(Resources[id]?.Type.split("::")[1]?.toLowerCase() ?? "unknown", id);
    const [between, parts] = Join.parse(value)["Fn::Join"];
    return parts.map(valueOf).join(between);
  };
  return Object.fromEntries(Object.entries(Outputs).map(([name, { Value }]) => [name, valueOf(Value)]));
}
