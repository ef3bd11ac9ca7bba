import { createServer } from "node:net";

/** The port asked for, or, for 0, one that the system has free. */
export async function choosePort(asked: number): Promise<number> {
  if (asked !== 0) return asked;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
