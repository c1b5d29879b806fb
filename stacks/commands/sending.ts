import type { Command } from "commander";
import { AppError } from "../../shared/error.ts";
import { pauseSending } from "../../shared/sending/pause.ts";
import { percent } from "../../shared/sending/rates.ts";
import { resumeSending } from "../../shared/sending/resume.ts";
import type { Pause } from "../../shared/sending/sending.ts";
import { sendingStatus } from "../../shared/sending/status.ts";
import type { SendingStatus } from "../../shared/sending/status.ts";
import { answer } from "./answer.ts";
import type { CommonOptions } from "./answer.ts";
import { nameTheCommands } from "./group.ts";
import type { Place } from "./place.ts";

const moment = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;

function pauseWords({ says, at, until }: Pause): string {
  const end = until === undefined ? "until somebody resumes" : `until ${moment(until)}`;
  return `Paused since ${moment(at)}, ${end}: ${says}`;
}

function limitWords({ limits, warmUp }: SendingStatus): string[] {
  const { perSecond, perDay, sentInDayBefore = 0, letThroughSince = 0, askedAt, sandbox } = limits ?? {};
  const quota = `${sentInDayBefore + letThroughSince} of the ${perDay} emails of any 24 hours`;
  return [
    `Rate             ${perSecond === undefined ? "no limit known" : `${perSecond} emails a second`}`,
    `Quota            ${perDay === undefined ? "no limit known" : quota}`,
    ...(askedAt === undefined ? [] : [`Limits asked     ${moment(askedAt)}`]),
    ...(sandbox ? ["Sandbox          the account may only send to addresses of its own"] : []),
    `Warm-up          ${warmUp ? `${warmUp.taken} of the ${warmUp.cap} emails of ${warmUp.date}` : "none"}`,
  ];
}

function wordsOf(status: SendingStatus): string {
  const { sent, bounced, complained } = status.lastSevenDays;
  return [
    status.pause ? pauseWords(status.pause) : "Sending is not paused",
    ...limitWords(status),
    `Last seven days  ${sent} emails, ${bounced} bounced (${percent(bounced, status.lastSevenDays)}), ${complained} marked as spam (${percent(complained, status.lastSevenDays)})`,
  ].join("\n");
}

/** With nulls for what there is none of, so that every name is there. */
const jsonOf = ({ pause, limits, warmUp, lastSevenDays }: SendingStatus) => ({
  paused: pause !== undefined,
  pause: pause ?? null,
  limits: limits ?? null,
  warmUp: warmUp ?? null,
  lastSevenDays,
});

export function addSending(program: Command, { options: withOptions, within }: Place): void {
  const sending = withOptions(program.command("sending"))
    .description("how fast and how much may go out, whether sending is paused, and how many bounced or complained")
    .action(async (options: CommonOptions) => {
      const status = await within(options, "there", sendingStatus);
      answer(options, jsonOf(status), () => wordsOf(status));
    });
  withOptions(sending.command("pause"))
    .description("send nothing until somebody resumes")
    .requiredOption("--why <words>", "the reason, for everybody to read")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions & { why: string }>();
      const says = options.why.trim();
      if (!says) throw new AppError("invalid", "--why needs a reason");
      const outcome = await within(options, "there", (app) => pauseSending(app, { cause: "by hand", says }));
      answer(options, { outcome }, () =>
        outcome === "paused" ? "Nothing is sent until somebody resumes." : "Sending was paused already.",
      );
    });
  withOptions(sending.command("resume"))
    .description("go on sending")
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const outcome = await within(options, "there", resumeSending);
      answer(options, { outcome }, () => (outcome === "resumed" ? "Sending goes on." : "Sending was not paused."));
    });
  nameTheCommands(sending, sending);
}
