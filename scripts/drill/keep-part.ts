import { setTimeout as sleep } from "node:timers/promises";
import type { PartName } from "../launcher/parts";
import { type PartProcess, startPart } from "../processes/start-part";

/** As a service manager waits before it starts a dead process again. */
const restartAfterMs = 1_000;
const lookEveryMs = 100;

export interface KeptPart {
  name: PartName;
  /** Ends it at once (kill -9); it is started again like after any death. */
  kill: () => Promise<void>;
  /** How often it ended although nobody killed it. */
  endedByItself: () => number;
  /** What it logged about requests that it answered without knowing why. */
  failures: () => string[];
  stop: () => Promise<void>;
}

/** Keeps one process of the product running, as systemd or compose would; `say` gets what it prints when it dies. */
export function keepPart(name: PartName, env: NodeJS.ProcessEnv, say: (line: string) => void): KeptPart {
  let part: PartProcess = startPart(name, env);
  let killed = false;
  let ownEnds = 0;
  let before = "";
  let stopped = false;
  const keep = async () => {
    while (!stopped) {
      await sleep(lookEveryMs);
      if (!part.hasEnded()) continue;
      before += part.printed();
      if (!killed && !stopped) {
        ownEnds += 1;
        say(`${name} ended by itself:\n${part.printed().slice(-2_000)}`);
      }
      await sleep(restartAfterMs);
      killed = false;
      if (!stopped) part = startPart(name, env);
    }
  };
  const kept = keep();
  return {
    name,
    kill: async () => {
      killed = true;
      await part.end("SIGKILL");
    },
    endedByItself: () => ownEnds,
    failures: () =>
      `${before}${part.printed()}`.split("\n").filter((line) => /"a (request|call) failed"/.test(line)),
    stop: async () => {
      stopped = true;
      await kept;
      await part.end("SIGTERM");
    },
  };
}
