import type { ResourceErrorCode } from "@/server/domain/resources/set-resource-error";
import type { RawUpdate, World } from "@/server/providers/provider";

/** What a listener needs to know of its resource: plain data that crosses into its thread. */
export type ListenTask = {
  resourceId: number;
  provider: string;
  /** ISO 639-1, of the workspace. */
  locale: string;
  /** In the shapes of the provider's schemas. */
  credentials: unknown;
  settings: unknown;
  world: World;
  /** Where the provider may bring updates. */
  webhookUrl: string;
};

/** What a listener asks of the process that owns the database. */
export type ListenerLink = {
  /** Shows the watchdog that it does not hang. */
  alive: () => void;
  /** Looks at the account live and writes down what is found. */
  probe: () => Promise<{ ok: true } | { ok: false; code: ResourceErrorCode; detail: string }>;
  /** Stores updates durably with their jobs; only then may they be confirmed to the provider. */
  take: (updates: RawUpdate[]) => Promise<void>;
  /** The provider has just answered: what was wrong with the connection is over. */
  works: () => Promise<void>;
  /** Something the owner should know while the resource works; null when it is over. */
  warn: (warning: { code: string; detail: string } | null) => Promise<void>;
};

/** Listens for one resource until aborted. Throws ListenerStopped when the provider will not have us. */
export type Listener = (task: ListenTask, link: ListenerLink, signal: AbortSignal) => Promise<void>;
