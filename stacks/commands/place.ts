import type { Command } from "commander";
import type { App } from "../../shared/app.ts";
import type { Company } from "../../shared/config.ts";
import type { CommonOptions } from "./answer.ts";

/** "there": it must have been begun before. "new": it may be begun by this. "trial": nothing of it may be left behind. */
type Standing = "there" | "new" | "trial";

/** Where a command acts: the data folder of a company on this machine, or a stage on AWS. */
export type Place = {
  /** Refuses a company that could not send from here, with an AppError. */
  readonly accept?: (company: Company) => void;
  /** Adds the options that say which one. */
  readonly options: (command: Command) => Command;
  readonly within: <Of>(options: CommonOptions, standing: Standing, act: (app: App) => Promise<Of>) => Promise<Of>;
};
