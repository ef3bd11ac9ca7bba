import { createServer } from "node:net";

const FIRST_PORT = 54_329;
const LAST_PORT = 54_829;

/** Whether nothing listens on that loopback port right now. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A free loopback port: the preferred one if it is free, else the first free one of 54329–54829. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred))) return preferred;
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port for the embedded PostgreSQL between ${FIRST_PORT} and ${LAST_PORT}`);
}
