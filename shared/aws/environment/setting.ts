/** What the stacks gave this function in its environment. Throws when the stacks did not: the function is not allowed, or not told, what it needs. */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`this function was not given ${name}: see its rights in stacks/topology.ts`);
  return value;
}
