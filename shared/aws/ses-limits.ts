import { GetAccountCommand, type GetAccountCommandOutput, type SESv2Client } from "@aws-sdk/client-sesv2";
import type { Limits } from "../sending/sending.ts";

/** What SES lets the account do, in the client's region; a client that tries again is welcome here. Throws when SES does not say. */
export async function sesLimits(client: SESv2Client): Promise<Limits> {
  const account = await client.send(new GetAccountCommand({}));
  const { MaxSendRate: perSecond, Max24HourSend: perDay, SentLast24Hours = 0 } = account.SendQuota ?? {};
  const stopped = stopOf(account);
  if (!stopped && (perSecond === undefined || perSecond <= 0 || perDay === undefined))
    throw new Error("SES told no sending rate or no quota of the account");
  return {
    ...(perSecond !== undefined && perSecond > 0 && { perSecond }),
    // -1: as many as one likes.
    ...(perDay !== undefined && perDay >= 0 && { perDay }),
    sentInDayBefore: SentLast24Hours,
    ...(account.ProductionAccessEnabled === false && { sandbox: true }),
    ...(stopped && { stopped }),
  };
}

function stopOf({ EnforcementStatus, SendingEnabled }: GetAccountCommandOutput): Limits["stopped"] {
  if (EnforcementStatus === "SHUTDOWN")
    return {
      cause: "account-suspended",
      says: "SES has shut the account's sending down; see its messages in the SES console",
    };
  if (SendingEnabled === false)
    return { cause: "sending-paused", says: "Sending is switched off for the account in SES" };
  return undefined;
}
