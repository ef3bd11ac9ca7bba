import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { ListenerLink, ListenTask } from "@/bots/listener";
import { ListenerStopped } from "@/bots/listener-stopped";
import type { FromThread, ToThread } from "@/bots/watchdog/thread-messages";
import type { ResourceErrorCode } from "@/server/domain/resources/set-resource-error";
import { logger } from "@/server/lib/logger";
import type { RawUpdate } from "@/server/providers/provider";

const pingEveryMs = 2000;
/** A thread that answers nothing for so long is in an endless loop. */
const silentMs = 12_000;
/** A leak ends its thread here, not the process. */
const mostMegabytes = 128;
/** A stop waits so long for listeners to hang up, then ends their thread. */
const stopMs = 2000;

const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

type Run = { link: ListenerLink; resolve: () => void; reject: (error: unknown) => void };

/** Settings that a test makes smaller. */
export type ThreadOptions = { program?: URL; silentMs?: number };

/**
 * The listeners of one provider in a thread of their own. A crash, a leak or an endless loop in it rejects the runs it
 * held and nothing else; the next run has a new thread.
 */
export class ProviderThread {
  private worker: Worker | undefined;
  private runs = new Map<number, Run>();
  private lastRun = 0;
  private heardAt = 0;
  private pings: NodeJS.Timeout | undefined;

  constructor(
    private readonly provider: string,
    private readonly options: ThreadOptions = {},
  ) {}

  /** Listens for a resource until `signal` aborts. Rejects with ListenerStopped, or with how the thread ended. */
  listen(task: ListenTask, link: ListenerLink, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    this.lastRun += 1;
    const run = this.lastRun;
    const worker = this.open();
    const stop = () => this.tell(worker, { type: "stop", run });
    signal.addEventListener("abort", stop);
    return new Promise<void>((resolve, reject) => {
      this.runs.set(run, { link, resolve, reject });
      this.tell(worker, { type: "listen", run, task });
    }).finally(() => signal.removeEventListener("abort", stop));
  }

  /** Lets the listeners, which were told to stop, hang up, and ends the thread. */
  async stop(): Promise<void> {
    const until = Date.now() + stopMs;
    while (this.runs.size > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    await this.end(new Error("stopped"));
  }

  private open(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.options.program ?? new URL("./listener-thread.ts", import.meta.url), {
      name: `${this.provider} listeners`,
      execArgv: ["--disable-warning=ExperimentalWarning", "--import", loader],
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    this.worker = worker;
    this.heardAt = Date.now();
    worker.on("message", (message: FromThread) => {
      this.heardAt = Date.now();
      void this.hear(worker, message);
    });
    worker.on("error", (error) => void this.lose(worker, error));
    worker.on("exit", (code) => void this.lose(worker, new Error(`its thread ended with code ${code}`)));
    this.pings = setInterval(() => {
      const patience = this.options.silentMs ?? silentMs;
      if (Date.now() - this.heardAt > patience)
        void this.lose(worker, new Error(`it did not answer for ${patience / 1000} s and was ended`));
      else this.tell(worker, { type: "ping" });
    }, pingEveryMs);
    return worker;
  }

  private tell(worker: Worker, message: ToThread): void {
    worker.postMessage(message);
  }

  private async hear(worker: Worker, message: FromThread): Promise<void> {
    if (message.type === "pong") return;
    const { run } = message;
    const known = this.runs.get(run);
    if (!known) return;
    if (message.type === "alive") return known.link.alive();
    if (message.type === "ended") {
      this.runs.delete(run);
      const { failure } = message;
      if (!failure) return known.resolve();
      const { code, message: detail } = failure;
      return known.reject(code ? new ListenerStopped(code as ResourceErrorCode, detail) : new Error(detail));
    }
    try {
      const value = await answer(known.link, message);
      this.tell(worker, { type: "answer", run, ask: message.ask, value });
    } catch (error) {
      logger.error({ err: error, provider: this.provider, name: message.name }, "a listener's wish failed");
      this.tell(worker, { type: "answer", run, ask: message.ask, value: null, error: String(error) });
    }
  }

  private async lose(worker: Worker, error: Error): Promise<void> {
    if (this.worker !== worker) return;
    logger.error(
      { err: error, provider: this.provider, listeners: this.runs.size },
      "a provider's thread ended",
    );
    await this.end(error);
  }

  private async end(error: Error): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    clearInterval(this.pings);
    const held = [...this.runs.values()];
    this.runs.clear();
    for (const { reject } of held) reject(error);
    await worker?.terminate();
  }
}

function answer(link: ListenerLink, ask: Extract<FromThread, { type: "ask" }>): Promise<unknown> {
  switch (ask.name) {
    case "probe":
      return link.probe();
    case "take":
      return link.take(ask.input as RawUpdate[]);
    case "works":
      return link.works();
    case "warn":
      return link.warn(ask.input as Parameters<ListenerLink["warn"]>[0]);
  }
}
