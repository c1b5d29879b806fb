// Run after changing dependencies: `node .ci/complete-lock.mjs`.
// Where a registry does not carry the builds of other platforms, npm leaves them out of the lock file, and `npm ci` then refuses it. This puts
// them back by name and version, as their parents ask for them.
import { readFileSync, writeFileSync } from "node:fs";

const PLATFORMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "windows",
];
const MACHINES = ["arm64", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "arm", "wasm32"];

const path = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8"));
const known = lock.packages;

/** Where a package looks for another: beside itself, then further out. */
function isThere(place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
    if (known[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

const words = (name) => name.split(/[/.-]/);
const platformOf = (name) => PLATFORMS.find((platform) => words(name).includes(platform));
const machineOf = (name) => MACHINES.find((machine) => words(name).includes(machine));

let added = 0;
for (const [place, own] of Object.entries(known)) {
  for (const [name, version] of Object.entries(own.optionalDependencies ?? {})) {
    if (isThere(place, name)) continue;
    const [platform, machine] = [platformOf(name), machineOf(name)];
    if (!platform || !machine || /[^\d.a-z-]/i.test(version)) continue;
    known[`node_modules/${name}`] = {
      version,
      cpu: [machine],
      ...(own.dev && { dev: true }),
      ...(name.includes("-musl") ? { libc: ["musl"] } : name.endsWith("-gnu") ? { libc: ["glibc"] } : {}),
      optional: true,
      os: [platform === "windows" ? "win32" : platform],
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(known).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} packages of other platforms put back\n`);
