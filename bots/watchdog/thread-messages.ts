import type { ListenTask } from "@/bots/listener";

/** What a listener asks by name; see ListenerLink. */
export type AskName = "probe" | "take" | "works" | "warn";

/** To a provider's thread. `run` numbers the runs of listeners, `ask` what was asked in one. */
export type ToThread =
  | { type: "listen"; run: number; task: ListenTask }
  | { type: "stop"; run: number }
  | { type: "answer"; run: number; ask: number; value: unknown; error?: string }
  | { type: "ping" };

/** From a provider's thread. */
export type FromThread =
  | { type: "ask"; run: number; ask: number; name: AskName; input: unknown }
  | { type: "alive"; run: number }
  | { type: "ended"; run: number; failure?: { message: string; code?: string } }
  | { type: "pong" };
