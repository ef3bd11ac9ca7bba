import { spawn } from "node:child_process";
import { env } from "@/server/lib/env";
import { productDatabase } from "./postgres/product-database";

// Runs a command with DATABASE_URL set to the product's database, which is started for it if it does not run.
const [command, ...args] = process.argv.slice(2);
if (!command) throw new Error("usage: tsx scripts/with-database.ts <command> [arguments]");
const database = await productDatabase(env);
const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, DATABASE_URL: database.url } });
// A terminal's Ctrl-C reaches the command too; we end after it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
const code = await new Promise<number>((resolve) => {
  child.once("error", (error) => {
    process.stderr.write(`${command}: ${error.message}\n`);
    resolve(127);
  });
  child.once("exit", (status) => resolve(status ?? 1));
});
await database.release();
process.exit(code);
