import { spawn } from "node:child_process";

/** Runs a program of node_modules/.bin in the foreground; returns whether it succeeded. */
export async function runProgram(
  name: string,
  args: string[],
  env: Partial<NodeJS.ProcessEnv> = {},
): Promise<boolean> {
  const child = spawn(name, args, { stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}
