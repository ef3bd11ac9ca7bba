import { ensureBuilt } from "../launcher/ensure-built";

/** The webs of these tests serve the production build, made here unless it is fresh (vitest's globalSetup). */
export default async function build(): Promise<void> {
  await ensureBuilt(() => process.stdout.write("building…\n"));
}
