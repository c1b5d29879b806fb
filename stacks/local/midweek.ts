import { addCompany } from "../commands/company.ts";
import { addImport } from "../commands/import.ts";
import { newProgram, runProgram } from "../commands/run.ts";
import { addSending } from "../commands/sending.ts";
import { folder } from "./commands/folder.ts";
import { addKeys } from "./commands/keys.ts";
import { addPlan } from "./commands/plan.ts";
import { addPlay } from "./commands/play.ts";
import { addStatus } from "./commands/status.ts";

const program = newProgram("Nurture email on Wednesday and Thursday afternoons, and call tasks when engagement rises");
addCompany(program, folder);
addImport(program, folder);
addKeys(program);
addPlan(program);
addPlay(program);
addSending(program, folder);
addStatus(program);
await runProgram(program);
