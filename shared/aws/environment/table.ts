import type { Table } from "../../ports.ts";
import { dynamoClient } from "../dynamo-table-client.ts";
import { dynamoTable } from "../dynamo-table.ts";
import { setting } from "./setting.ts";

/** The table this function was given. `DYNAMODB_ENDPOINT`: another DynamoDB than the region's own. */
export function tableOfEnvironment(): Table {
  const endpoint = process.env["DYNAMODB_ENDPOINT"];
  const client = dynamoClient(endpoint ? { endpoint } : {});
  return dynamoTable({ client, name: setting("TABLE_NAME"), now: Date.now });
}
