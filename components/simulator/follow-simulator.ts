import { callSimulator, type SimulatorAnswer } from "@/components/simulator/call-simulator";
import { followEvents } from "@/components/simulator/follow-events";
import { type SimulatorAction, TYPING_MS } from "@/components/simulator/simulator-reducer";
import { roomKey } from "@/components/simulator/simulator-state";
import type {
  Cast,
  SimulatedWorld,
  SimulatorEvent,
  TelegramMessage,
} from "@/components/simulator/simulator-types";

const WORLD_AFTER_MS = 150;

/** Keeps what the page knows of Telegram as the simulator tells it until the returned function is called. */
export function followSimulator(cast: Cast, dispatch: (action: SimulatorAction) => void): () => void {
  let stopped = false;
  let worldTimer: number | undefined;
  let groupId = cast.groupId;

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
    if (answer.ok)
      groupId = answer.value.chats.find(({ id }) => id === cast.groupId)?.migratedTo ?? cast.groupId;
    return answer;
  }

  async function readPlaces(): Promise<boolean> {
    const answers = await Promise.all([
      readMessages(groupId, null),
      ...cast.customers.map(({ id }) => readMessages(id, cast.botId)),
    ]);
    // A world that lacks our group (after a reset) is still one to look at.
    return !answers.some((answer) => !answer.ok && answer.why === "down");
  }

  function onEvent(told: unknown): void {
    const event = told as SimulatorEvent;
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

  const stop = followEvents({
    readWorld,
    readPlaces,
    onEvent,
    onConnection: (connection) => dispatch({ type: "connection", connection }),
  });
  return () => {
    stopped = true;
    stop();
    window.clearTimeout(worldTimer);
  };
}
