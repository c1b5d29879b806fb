import type { Command } from "commander";
import { AppError } from "../../shared/error.ts";

/**
 * A word after a group of commands that is none of them is taken for an argument of the command that stands in for the group, and commander would speak of
 * too many. Instead it is said which commands there are. To be called once they all are.
 */
export function nameTheCommands(group: Command, standIn: Command): void {
  // Whatever it is given is looked at below.
  standIn.allowExcessArguments();
  standIn.hook("preAction", (_, asked) => {
    const [word] = asked.args;
    if (asked !== standIn || word === undefined) return;
    throw new AppError("invalid", wordsFor(word, group, standIn));
  });
}

function wordsFor(word: string, group: Command, standIn: Command): string {
  const names = group.commands.map((command) => command.name());
  const full = (name: string): string => `${group.name()} ${name}`;
  if (names.includes(word)) return `options stand behind the command: ${full(word)} --...`;
  // "members list frob": the command is the right one.
  if (standIn !== group && group.args[0] === standIn.name()) return `${full(standIn.name())} takes no "${word}"`;
  const all = [...(standIn === group ? [group.name()] : []), ...names.map(full)];
  return `there is no command "${full(word)}"; there are ${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
