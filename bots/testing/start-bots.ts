import { Logger } from "graphile-worker";
import { keepRunner } from "@/bots/keep-runner";
import { loadHandlers } from "@/bots/load-handlers";
import { startSupervisor } from "@/bots/supervisor";
import { taskList } from "@/bots/tasks";
import { realtime } from "@/server/realtime/realtime";

const quiet = new Logger(() => () => undefined);

export interface RunningBots {
  stop(): Promise<void>;
}

/** Runs the worker as bots/main.ts does, in this process; with `listen: false` only its jobs. */
export async function startBots({ listen = true } = {}): Promise<RunningBots> {
  await loadHandlers();
  const runner = await keepRunner({
    poolSize: 8,
    taskList,
    concurrency: 8,
    pollInterval: 50,
    noHandleSignals: true,
    logger: quiet,
  });
  const supervisor = listen ? startSupervisor({ lookEveryMs: 250, heartbeatMs: 500 }) : null;
  return {
    async stop() {
      await supervisor?.stop();
      await runner.stop();
      await realtime.stop();
    },
  };
}
