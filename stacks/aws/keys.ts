import type { Command } from "commander";
import { newLinkKey, readLinkKeys, rotated, writeLinkKeys } from "../../shared/link-keys.ts";
import { links } from "./stage.ts";

const print = (secret: string): void => void process.stdout.write(`${secret}\n`);

/** Keys are a secret of SST's here: the commands print what to set it to, and change nothing. */
export function addKeys(program: Command): void {
  const keys = program
    .command("keys")
    .description("the secret LinkKeys, which signs links in emails; printed, not set");
  keys
    .command("new")
    .description("for a new stage")
    .action(() => print(writeLinkKeys([newLinkKey()])));
  keys
    .command("rotate")
    .description("the stage's keys with a new one in front, which signs; links already sent go on working")
    .action(() => print(writeLinkKeys(rotated(readLinkKeys(links().LinkKeys.value)))));
}
