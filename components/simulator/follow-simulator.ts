import { callSimulator, type SimulatorAnswer } from "@/components/simulator/call-simulator";
import { type SimulatorAction, TYPING_MS } from "@/components/simulator/simulator-reducer";
import { roomKey } from "@/components/simulator/simulator-state";
import type {
  Cast,
  SimulatedWorld,
  SimulatorEvent,
  TelegramMessage,
} from "@/components/simulator/simulator-types";

const AGAIN_MS = 2000;
const WORLD_AFTER_MS = 150;

/**
 * Keeps the page's state as the simulator tells it until the returned function is called: listens first, then reads
 * everything, and starts over whenever the stream breaks.
 */
export function followSimulator(cast: Cast, dispatch: (action: SimulatorAction) => void): () => void {
  let stopped = false;
  let source: EventSource | undefined;
  let retry: number | undefined;
  let worldTimer: number | undefined;
  let everLive = false;

  function again(connection: "lost" | "down" | "refused"): void {
    source?.close();
    if (stopped) return;
    dispatch({ type: "connection", connection });
    window.clearTimeout(retry);
    retry = window.setTimeout(() => void open(), AGAIN_MS);
  }

  async function readMessages(chatId: number, bot: number | null): Promise<SimulatorAnswer<unknown>> {
    const query = bot === null ? "" : `?bot=${bot}`;
    const answer = await callSimulator<{ messages: TelegramMessage[] }>(
      "GET",
      `/chats/${chatId}/messages${query}`,
    );
    if (answer.ok && !stopped) {
      dispatch({ type: "messages", room: roomKey(chatId, bot), messages: answer.value.messages });
    }
    return answer;
  }

  async function readWorld(): Promise<SimulatorAnswer<SimulatedWorld>> {
    const answer = await callSimulator<SimulatedWorld>("GET", "/world");
    if (answer.ok && !stopped) dispatch({ type: "world", world: answer.value });
    return answer;
  }

  async function readAll(): Promise<void> {
    const world = await readWorld();
    if (!world.ok) return again(world.why === "refused" ? "refused" : "down");
    const group = world.value.chats.find(({ id }) => id === cast.groupId);
    const answers = await Promise.all([
      readMessages(group?.migratedTo ?? cast.groupId, null),
      ...cast.customers.map(({ id }) => readMessages(id, cast.botId)),
    ]);
    if (stopped) return;
    // A world that lacks our group (after a reset) is still one to look at.
    if (answers.some((answer) => !answer.ok && answer.why === "down")) return again("lost");
    everLive = true;
    dispatch({ type: "connection", connection: "live" });
  }

  async function open(): Promise<void> {
    // An EventSource cannot tell why it was refused, so ask with a call that can.
    const probe = await readWorld();
    if (stopped) return;
    if (!probe.ok) return again(probe.why === "refused" ? "refused" : everLive ? "lost" : "down");
    source = new EventSource("/api/simulator/events");
    source.addEventListener("ready", () => void readAll());
    source.onmessage = ({ data }) => onEvent(JSON.parse(String(data)) as SimulatorEvent);
    source.onerror = () => again("lost");
  }

  function onEvent(event: SimulatorEvent): void {
    const now = Date.now();
    dispatch({ type: "event", event, now });
    if (event.type === "chat-action") {
      window.setTimeout(() => !stopped && dispatch({ type: "tick", now: Date.now() }), TYPING_MS + 50);
    }
    if (event.type === "world" || event.type === "chat") {
      window.clearTimeout(worldTimer);
      worldTimer = window.setTimeout(() => void readWorld(), WORLD_AFTER_MS);
    }
  }

  void open();
  return () => {
    stopped = true;
    source?.close();
    window.clearTimeout(retry);
    window.clearTimeout(worldTimer);
  };
}
