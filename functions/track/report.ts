/** Where a failure that no prospect should see is told to those who run Midweek. */
export type Report = (error: unknown) => void;

/** One entry in the log of the process: a Lambda's log group, or the terminal. */
export const toStandardError: Report = (error) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};
