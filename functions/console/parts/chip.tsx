/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Call } from "../../../shared/call/call.ts";
import { mustNotBeCalled, type Prospect, type Standing } from "../../../shared/prospect/prospect.ts";
import { shortDate } from "../when.ts";

export type Tone = "solid" | "tint" | "plain" | "wrong";

export const Chip = ({ tone = "plain", children }: { tone?: Tone; children?: Child }) => (
  <span class={`chip ${tone}`}>{children}</span>
);

const LANES: { readonly [lane in Call["lane"]]: { tone: Tone; text: string } } = {
  hot: { tone: "solid", text: "Hot" },
  warming: { tone: "tint", text: "Warming" },
  agreed: { tone: "plain", text: "Agreed" },
  share: { tone: "plain", text: "By hand" },
};

export const LaneChip = ({ lane }: { lane: Call["lane"] }) => <Chip tone={LANES[lane].tone}>{LANES[lane].text}</Chip>;

export const StandingChip = ({ standing }: { standing: Standing }) => {
  if (standing.state === "active") return <Chip tone="tint">Active</Chip>;
  if (standing.state === "paused") return <Chip>Paused until {shortDate(standing.until)}</Chip>;
  return <Chip tone="wrong">Ended: {standing.reason}</Chip>;
};

export const DoNotCallChip = ({ prospect }: { prospect: Parameters<typeof mustNotBeCalled>[0] }) =>
  mustNotBeCalled(prospect) ? <Chip tone="wrong">Do not call</Chip> : null;

/** Says that they opted out of emails, which a call should know. */
export const UnsubscribedChip = ({ prospect: { standing } }: { prospect: Pick<Prospect, "standing"> }) =>
  standing.state === "ended" && standing.reason === "opted out" ? (
    <Chip tone="wrong">Unsubscribed from email</Chip>
  ) : null;
