import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type FunctionPlan, functions, type Right } from "../../../stacks/topology.ts";

const FOLDER = new URL("../../../functions/lambda/", import.meta.url);

/** What a function asks its environment for, by the right it needs for that. */
const asked: { readonly [right in Right]: string } = {
  "look up": "tableOfEnvironment",
  read: "tableOfEnvironment",
  write: "tableOfEnvironment",
  touches: "touchesOfEnvironment",
  signals: "signalsOfEnvironment",
  notices: "noticesOfEnvironment",
  reckonings: "reckoningsOfEnvironment",
  mail: "mailerOfEnvironment",
  "keep schedules": "schedulerOfEnvironment",
  "make links": "linkKeysOfEnvironment",
  "reach out": "outletOfEnvironment",
  "ask the provider": "oidcOfEnvironment",
};

describe.each(Object.entries<FunctionPlan>(functions))("the function %s", (name, { may }) => {
  it("asks for what its rights allow, and for nothing else", () => {
    const code = readFileSync(new URL(`${name}.ts`, FOLDER), "utf8");
    const used = new Set(code.match(/\b\w+OfEnvironment\b/g));
    expect(used).toEqual(new Set(may.map((right) => asked[right])));
  });
});

it("every function of the topology has an entry, and every entry is in the topology", () => {
  const entries = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ""));
  expect(entries.filter((one) => one !== "entry" && one !== "http").toSorted()).toEqual(
    Object.keys(functions).toSorted(),
  );
});
