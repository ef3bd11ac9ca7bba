import { type ChatTransport, callFailure } from "@/components/chat/chat-transport";
import type { CustomerEvent } from "@/server/domain/conversations/schema";

type Follower = {
  /** Where to go on from, read at every (re)connect. */
  cursor(): string;
  onEvent(event: CustomerEvent, cursor: string): void;
  onConnection(connection: "connecting" | "live"): void;
  /** The cursor or the session is no longer accepted. */
  onRefused(failure: "session" | "refused"): void;
};

/** A stream that ended, as when its server is replaced, is opened anew almost at once, but not by everyone together. */
const SHORT_DELAY_MS = 400;
/** One that lived shorter counts as a failed attempt. */
const STEADY_MS = 2_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/**
 * Keeps one event stream open, resuming after the last seen event, with growing pauses between attempts;
 * `reconnect` ends a pause at once, `stop` ends all.
 */
export function followEvents(transport: ChatTransport, follower: Follower) {
  let stream: { unsubscribe(): void } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let generation = 0;
  let liveSince: number | null = null;

  const connect = (): void => {
    stream?.unsubscribe();
    clearTimeout(timer);
    const mine = ++generation;
    const ifMine =
      <Args extends unknown[]>(run: (...args: Args) => void) =>
      (...args: Args): void => {
        if (mine === generation) run(...args);
      };
    const again = (): void => {
      generation += 1;
      stream?.unsubscribe();
      follower.onConnection("connecting");
      const wasSteady = liveSince !== null && Date.now() - liveSince > STEADY_MS;
      liveSince = null;
      if (wasSteady) {
        attempt = 0;
        timer = setTimeout(connect, Math.random() * SHORT_DELAY_MS);
        return;
      }
      const delay = Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS);
      attempt += 1;
      // Spread out, so that a restarted server is not met by everyone at once.
      timer = setTimeout(connect, delay * (0.7 + Math.random() * 0.6));
    };

    follower.onConnection("connecting");
    stream = transport.events.subscribe(
      { cursor: follower.cursor() },
      {
        onConnectionStateChange: ifMine((state: { state: string; error?: unknown }) => {
          if (state.state === "pending") {
            liveSince = Date.now();
            follower.onConnection("live");
          } else if (state.state === "connecting") {
            // Its own way of trying again waits three seconds and never longer.
            if (state.error) again();
            else follower.onConnection("connecting");
          }
        }),
        onData: ifMine((tracked: { id: string; data: CustomerEvent }) =>
          follower.onEvent(tracked.data, tracked.id),
        ),
        onError: ifMine((error: unknown) => {
          const failure = callFailure(error);
          if (failure === "transient") again();
          else follower.onRefused(failure);
        }),
        onComplete: ifMine(again),
      },
    );
  };

  connect();
  return {
    reconnect: (): void => {
      attempt = 0;
      connect();
    },
    stop: (): void => {
      generation += 1;
      clearTimeout(timer);
      stream?.unsubscribe();
    },
  };
}
