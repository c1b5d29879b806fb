import { addCompany } from "../commands/company.ts";
import { addEngagement } from "../commands/engagement.ts";
import { addImport } from "../commands/import.ts";
import { addLint } from "../commands/lint.ts";
import { addMembers } from "../commands/members.ts";
import { newProgram, runProgram } from "../commands/run.ts";
import { addSending } from "../commands/sending.ts";
import { addKeys } from "./keys.ts";
import { stage } from "./stage.ts";

const program = newProgram("Midweek on AWS, for the stage whose sst shell this runs in");
addCompany(program, stage);
addEngagement(program, stage);
addImport(program, stage);
addKeys(program);
addLint(program, stage);
addMembers(program, stage);
addSending(program, stage);
await runProgram(program);
