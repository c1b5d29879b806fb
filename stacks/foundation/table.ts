import { RemovalPolicy, type Stack } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table } from "aws-cdk-lib/aws-dynamodb";
import { tableDefinition } from "../../shared/aws/dynamo-table-definition.ts";

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table, as the adapter knows it. `retain`: it can be neither deleted nor lost with the stack. */
export function makeTable(stack: Stack, retain: boolean): Table {
  const { index } = tableDefinition;
  const table = new Table(stack, "Table", {
    partitionKey: text(tableDefinition.partitionKey),
    sortKey: text(tableDefinition.sortKey),
    timeToLiveAttribute: tableDefinition.expiryAttribute,
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: retain,
    removalPolicy: retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  table.addGlobalSecondaryIndex({
    indexName: index.name,
    partitionKey: text(index.partitionKey),
    sortKey: text(index.sortKey),
    projectionType: ProjectionType[index.projection],
  });
  return table;
}
