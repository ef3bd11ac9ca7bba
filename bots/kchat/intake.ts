import type { RawUpdate } from "@/server/providers/provider";

/** Events that come within so long are put in the order of their messages, and stored together; milliseconds. */
const gatherMs = 60;
/** What is held back for older messages waits no longer than this for them; milliseconds. */
const longestHoldMs = 10_000;

/**
 * What came of a chat; `update` is null where nothing is to be kept. `message` has the time and number that give it its
 * place among others.
 */
export type Arrived = {
  chat: string;
  update: RawUpdate | null;
  message?: { id: string; date?: number | null };
};

type Doors = {
  store: (updates: RawUpdate[]) => Promise<void>;
  /** Hears of a chat's messages once all that is to be kept of them is. */
  onStored: (chat: string, messageId: string) => void;
  /** Nothing more is stored after it. */
  onFailure: (error: unknown) => void;
};

/**
 * Gathers what comes and has it stored, each chat's in order: what is new in a chat waits until the messages that were
 * missed there have been fetched.
 */
export class Intake {
  private waiting: (Arrived & { at: number })[] = [];
  /** Since when the chats that are held back are; of all of them until it is known which. */
  private held = new Map<string, number>();
  private allHeldSince: number | null = Date.now();
  private timer: NodeJS.Timeout | undefined;
  private storing: Promise<void> = Promise.resolve();

  constructor(private readonly doors: Doors) {}

  add(...arrived: Arrived[]): void {
    this.waiting.push(...arrived.map((one) => ({ ...one, at: Date.now() })));
    this.timer ??= setTimeout(() => this.flush(), gatherMs);
  }

  /** From now on only these chats' events wait. */
  holdOnly(chats: Iterable<string>): void {
    this.allHeldSince = null;
    this.held = new Map();
    for (const chat of chats) this.hold(chat);
    this.flush();
  }

  /** Has a chat's events wait for `release`. */
  hold(chat: string): void {
    if (!this.held.has(chat)) this.held.set(chat, Date.now());
  }

  /** Stores what was missed in a chat, and then lets what is new there go on. */
  release(chat: string, missed: Arrived[] = []): void {
    this.held.delete(chat);
    this.add(...missed);
    this.flush();
  }

  /** Stores what may be stored; resolves once it is. Held messages are fetched anew the next time, in their order. */
  async close(): Promise<void> {
    const isHeld = (chat: string) => this.allHeldSince !== null || this.held.has(chat);
    this.waiting = this.waiting.filter(({ chat, message }) => !message || !isHeld(chat));
    this.holdOnly([]);
    await this.storing;
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const isPatient = (since: number | null = null) => since !== null && Date.now() - since < longestHoldMs;
    const waits = ({ chat }: Arrived) => isPatient(this.allHeldSince) || isPatient(this.held.get(chat));
    const ready = this.waiting.filter((one) => !waits(one)).toSorted(inOrder);
    this.waiting = this.waiting.filter(waits);
    if (this.waiting.length > 0) this.timer = setTimeout(() => this.flush(), gatherMs * 5);
    if (ready.length > 0)
      this.storing = this.storing.then(() => this.keep(ready)).catch(this.doors.onFailure);
  }

  private async keep(ready: Arrived[]): Promise<void> {
    const updates = ready.flatMap(({ update }) => update ?? []);
    if (updates.length > 0) await this.doors.store(updates);
    for (const { chat, message } of ready) if (message) this.doors.onStored(chat, message.id);
  }
}

type Dated = Arrived & { at: number };

/** By time and number of the messages; what tells of none by when it came. */
function inOrder(one: Dated, other: Dated): number {
  const byTime = (one.message?.date ?? one.at) - (other.message?.date ?? other.at);
  if (byTime !== 0 || !one.message || !other.message) return byTime;
  return BigInt(one.message.id) < BigInt(other.message.id) ? -1 : 1;
}
