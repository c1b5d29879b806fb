#!/usr/bin/env node
// What SST starts as `pulumi`; the rest is TypeScript.
import { register } from "tsx/esm/api";

register();
await import("./pulumi.ts");
