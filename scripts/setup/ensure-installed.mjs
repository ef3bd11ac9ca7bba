import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nodeBinary } from "./node-binary.mjs";

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return null;
  }
}

/** npm writes what it laid down to node_modules/.package-lock.json, at the very end of an install. */
function isInstalled(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  // Optional ones may rightly be missing: most are for other machines.
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional || devOptional || present[path]?.version === version,
  );
}

/**
 * Installs the packages of package-lock.json unless they are there. Needs Node 18 and npm; throws one line that says
 * what is missing.
 */
export function ensureInstalled(root) {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 18) throw new Error(`Node 18 or newer is needed to start; this is ${process.versions.node}.`);
  if (isInstalled(root)) return;
  process.stdout.write("Installing packages (once, some minutes)…\n");
  // npm_execpath: the npm that runs us, when npm does.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const env = { ...process.env, PRISMA_SKIP_POSTINSTALL_GENERATE: "1", NEXT_TELEMETRY_DISABLED: "1" };
  const run =
    npm && existsSync(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit", env })
      : spawnSync("npm", args, { cwd: root, stdio: "inherit", env, shell: process.platform === "win32" });
  if (run.error) throw new Error(`npm could not be started (${run.error.message}): install Node with npm.`);
  if (run.status !== 0) throw new Error("The packages could not be installed: see npm's message above.");
  nodeBinary(root);
}
