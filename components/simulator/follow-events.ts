import type { SimulatorAnswer } from "@/components/simulator/call-simulator";
import type { Connection } from "@/components/simulator/simulator-state";

const AGAIN_MS = 2000;

type Follower = {
  /** Reads the world as a whole. */
  readWorld: () => Promise<SimulatorAnswer<unknown>>;
  /** Reads what stands in the world's places; false when that broke off. */
  readPlaces: () => Promise<boolean>;
  onEvent: (event: unknown) => void;
  onConnection: (connection: Connection) => void;
};

/**
 * Follows the simulator's event stream until the returned function is called: listens first, then reads everything, and
 * starts over whenever the stream breaks.
 */
export function followEvents({ readWorld, readPlaces, onEvent, onConnection }: Follower): () => void {
  let stopped = false;
  let source: EventSource | undefined;
  let retry: number | undefined;
  let everLive = false;

  function again(connection: "lost" | "down" | "refused"): void {
    source?.close();
    if (stopped) return;
    onConnection(connection);
    window.clearTimeout(retry);
    retry = window.setTimeout(() => void open(), AGAIN_MS);
  }

  async function readAll(): Promise<void> {
    const world = await readWorld();
    if (!world.ok) return again(world.why === "refused" ? "refused" : "down");
    const whole = await readPlaces();
    if (stopped) return;
    if (!whole) return again("lost");
    everLive = true;
    onConnection("live");
  }

  async function open(): Promise<void> {
    // An EventSource cannot tell why it was refused, so ask with a call that can.
    const probe = await readWorld();
    if (stopped) return;
    if (!probe.ok) return again(probe.why === "refused" ? "refused" : everLive ? "lost" : "down");
    source = new EventSource("/api/simulator/events");
    source.addEventListener("ready", () => void readAll());
    source.onmessage = ({ data }) => onEvent(JSON.parse(String(data)));
    source.onerror = () => again("lost");
  }

  void open();
  return () => {
    stopped = true;
    source?.close();
    window.clearTimeout(retry);
  };
}
