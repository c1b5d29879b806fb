/** What the foundation and the functions above it must agree on; free of aws-cdk-lib, so that both sides can import it. */
/** Start of every name of a stage, as in `midweek-prod`. */
export const prefixOf = (stage: string): string => `midweek-${stage}`;

/** Name a scheduled function must have: the role of the schedules may invoke these names and no others. */
export const functionName = (stage: string, target: string): string => `${prefixOf(stage)}-${target}`;
