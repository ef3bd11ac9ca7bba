import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type S3Server = { endpoint: string; accessKey: string; secretKey: string; stop(): Promise<void> };

/** Starts an S3 server without buckets as a process of its own, on a free port of this machine. */
export async function startS3Server(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), "assistchat-s3-"));
  const child = spawn(
    process.execPath,
    ["node_modules/s3rver/bin/s3rver.js", "-d", folder, "-a", "127.0.0.1", "-p", "0", "--no-vhost-buckets"],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const ended = once(child, "exit");
  let port: string | undefined;
  const lines = createInterface(child.stdout);
  for await (const line of lines) {
    port = /listening on \S+:(\d+)/.exec(line)?.[1];
    if (port) break;
  }
  child.stdout.resume();
  if (!port) throw new Error("The S3 server did not start");
  return {
    endpoint: `http://127.0.0.1:${port}`,
    accessKey: "S3RVER",
    secretKey: "S3RVER",
    async stop() {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
