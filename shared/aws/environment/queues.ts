import type { SQSClient } from "@aws-sdk/client-sqs";
import type { App } from "../../app.ts";
import { sqsClient, sqsQueue } from "../sqs-queue.ts";
import { setting } from "./setting.ts";

/** The client would take the queue's own host for the endpoint, unless it is told one. */
function client(): SQSClient {
  const endpoint = process.env["AWS_ENDPOINT_URL_SQS"];
  return sqsClient(endpoint ? { endpoint } : {});
}

/** The queues this function may put messages on. */
export const touchesOfEnvironment = (): App["touches"] => sqsQueue({ client: client(), url: setting("TOUCHES_URL") });
export const signalsOfEnvironment = (): App["signals"] => sqsQueue({ client: client(), url: setting("SIGNALS_URL") });
export const reckoningsOfEnvironment = (): App["reckonings"] =>
  sqsQueue({ client: client(), url: setting("RECKONINGS_URL") });
export const noticesOfEnvironment = (): App["notices"] => sqsQueue({ client: client(), url: setting("NOTICES_URL") });
