import { spawn } from "node:child_process";
import { choosePort } from "../launcher/choose-port";

export type RunningProduct = {
  origin: string;
  simulatorUrl: string;
  healthyAfterMs: number;
  stop: () => Promise<void>;
};

/** Starts everything as `npm start` does, on free ports, and waits until it is healthy. */
export async function startProduct(dataDir: string): Promise<RunningProduct> {
  const [port, simulatorPort] = [await choosePort(0), await choosePort(0)];
  const origin = `http://localhost:${port}`;
  const startedAt = performance.now();
  const product = spawn("npm", ["start"], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      APP_URL: origin,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exited = new Promise<void>((resolve) => product.once("exit", () => resolve()));
  for (;;) {
    const health = await fetch(`${origin}/api/health`).catch(() => null);
    if (health?.ok && ((await health.json()) as { status: string }).status === "ok") break;
    if (product.exitCode !== null) throw new Error("The product did not start");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
    healthyAfterMs: performance.now() - startedAt,
    async stop() {
      product.kill("SIGTERM");
      await exited;
    },
  };
}
