import { setTimeout as sleep } from "node:timers/promises";
import { afterCommit, type Tx } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import type { Bus, Wake } from "@/server/realtime/bus";
import { chooseBus } from "@/server/realtime/choose-bus";

/** After a publishing, what comes within so long goes together: at rest a wake waits for nothing, under load it is cheap. */
const gatherMs = 15;

type Listener = (hint: unknown) => void;

/** Wake-ups between processes; events are hints, the database is the truth. */
class Realtime {
  private bus: Bus | undefined;
  private listening = false;
  private listeners = new Map<string, Set<Listener>>();
  private waiting: Wake[] = [];
  private flushing = false;

  /** Calls `listener` when something of the topic may have changed; returns the way to stop. */
  subscribe(topic: string, listener: Listener): () => void {
    this.listen();
    const set = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0 && this.listeners.get(topic) === set) this.listeners.delete(topic);
    };
  }

  /** Wakes everyone who watches the topic, once the transaction has committed. */
  notify(tx: Tx, topic: string): void {
    afterCommit(tx, () => this.publish(topic));
  }

  /** Wakes everyone who watches the topic now; `hint` is something passing, such as “is typing”. */
  publish(topic: string, hint?: unknown): void {
    if (hint === undefined && this.waiting.some((wake) => wake.topic === topic && wake.hint === undefined))
      return;
    this.waiting.push(hint === undefined ? { topic } : { topic, hint });
    if (!this.flushing) void this.flush();
  }

  /** What hinders wake-ups now, in words for the operator; null when nothing does. */
  trouble(): string | null {
    return this.open().trouble();
  }

  async stop(): Promise<void> {
    const { bus } = this;
    this.bus = undefined;
    this.listening = false;
    await bus?.stop();
  }

  private async flush(): Promise<void> {
    this.flushing = true;
    // What is published in the same tick travels together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const wakes = this.waiting.splice(0);
      try {
        await this.open().publish(wakes);
      } catch (error) {
        logger.warn({ error: String(error) }, "wake-ups lost; screens catch up with their next look");
      }
      await sleep(gatherMs, undefined, { ref: false });
    }
    this.flushing = false;
  }

  private open(): Bus {
    this.bus ??= chooseBus();
    return this.bus;
  }

  private listen(): void {
    if (this.listening) return;
    this.listening = true;
    this.open().start(
      ({ topic, hint }) => {
        for (const listener of this.listeners.get(topic) ?? []) listener(hint);
      },
      () => {
        for (const set of this.listeners.values()) for (const listener of set) listener(undefined);
      },
    );
  }
}

// Next's development server reloads modules; one listening connection must survive that.
const kept = globalThis as { assistchatRealtime?: Realtime };
kept.assistchatRealtime ??= new Realtime();

export const realtime: Realtime = kept.assistchatRealtime;
