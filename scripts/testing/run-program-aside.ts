import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** Runs a program of node_modules/.bin beside others, and prints what it said once it has ended; whether it succeeded. */
export async function runProgramAside(name: string, args: string[]): Promise<boolean> {
  const child = spawn(name, args, { stdio: ["ignore", "pipe", "pipe"] });
  const [code, said, complained] = await Promise.all([
    new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", resolve);
    }),
    text(child.stdout),
    text(child.stderr),
  ]);
  process.stdout.write(said + complained);
  return code === 0;
}
