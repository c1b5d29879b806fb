import type { Alarm } from "../../shared/app.ts";

/** On one machine an alarm is a line on the error stream; the console shows a pause too. */
export const sayAlarm = ({ says }: Alarm): void => void process.stderr.write(`midweek: alarm: ${says}\n`);
