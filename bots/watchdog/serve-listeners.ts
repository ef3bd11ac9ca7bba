import type { MessagePort } from "node:worker_threads";
import type { Listener, ListenerLink } from "@/bots/listener";
import { ListenerStopped } from "@/bots/listener-stopped";
import type { AskName, FromThread, ToThread } from "@/bots/watchdog/thread-messages";

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/** Runs listeners as the process on the other side of `port` asks for them; what they need of it travels back. */
export function serveListeners(
  port: MessagePort,
  listenerFor: (provider: string) => Promise<Listener>,
): void {
  const stops = new Map<number, AbortController>();
  const waiting = new Map<string, Waiting>();
  let asks = 0;
  const tell = (message: FromThread) => port.postMessage(message);

  const linkOf = (run: number): ListenerLink => {
    const ask = (name: AskName, input: unknown) =>
      new Promise<unknown>((resolve, reject) => {
        asks += 1;
        waiting.set(`${run}:${asks}`, { resolve, reject });
        tell({ type: "ask", run, ask: asks, name, input });
      });
    return {
      alive: () => tell({ type: "alive", run }),
      probe: () => ask("probe", null) as ReturnType<ListenerLink["probe"]>,
      take: async (updates) => void (await ask("take", updates)),
      works: async () => void (await ask("works", null)),
      warn: async (warning) => void (await ask("warn", warning)),
    };
  };

  const listen = async ({ run, task }: Extract<ToThread, { type: "listen" }>) => {
    const stop = new AbortController();
    stops.set(run, stop);
    try {
      const listener = await listenerFor(task.provider);
      await listener(task, linkOf(run), stop.signal);
      tell({ type: "ended", run });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const code = error instanceof ListenerStopped ? error.code : undefined;
      tell({ type: "ended", run, failure: { message, code } });
    } finally {
      stops.delete(run);
    }
  };

  port.on("message", (message: ToThread) => {
    if (message.type === "listen") void listen(message);
    else if (message.type === "stop") stops.get(message.run)?.abort();
    else if (message.type === "ping") tell({ type: "pong" });
    else {
      const key = `${message.run}:${message.ask}`;
      if (message.error === undefined) waiting.get(key)?.resolve(message.value);
      else waiting.get(key)?.reject(new Error(message.error));
      waiting.delete(key);
    }
  });
}
