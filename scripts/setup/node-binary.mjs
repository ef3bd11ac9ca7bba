import { existsSync } from "node:fs";
import { join } from "node:path";

const OLDEST = [22, 18];

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Path of the Node to run the product with: the installed `node` package, else this one if it is new enough. */
export function nodeBinary(root) {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const installed = join(root, "node_modules", "node", "bin", name);
  if (existsSync(installed)) return installed;
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Error(
    `Node ${OLDEST.join(".")} or newer is needed, and the npm package "node" was not installed: run npm ci, allowing its install script.`,
  );
}
