import { spawn } from "node:child_process";

/** Runs a Node program of the project to its end and returns what it said; throws with all of that when it fails. */
export async function runTool(
  name: string,
  args: string[],
  extraEnv: Partial<NodeJS.ProcessEnv> = {},
): Promise<string> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...extraEnv },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  // Ended with us: a tool must not outlive a launcher that was stopped meanwhile.
  const end = () => child.kill();
  process.once("exit", end);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  process.off("exit", end);
  const text = Buffer.concat(said).toString("utf8").trim();
  if (code !== 0) throw new Error(`${name} failed:\n${text}`);
  return text;
}
