/** A resource as the owner sees it. Times are ISO 8601 with zone. */
export type ResourceView = {
  id: number;
  name: string;
  provider: string;
  /** The account's public name on its service, without @. */
  username: string | null;
  world: "service" | "simulator";
  state: "ready" | "active" | "paused" | "error";
  /** A worker holds it and is alive. */
  listening: boolean;
  error: Trouble | null;
  warning: Trouble | null;
  lastEventAt: string | null;
};

/** A code that the page puts into words, and the provider's own text. */
export type Trouble = { code: string; detail: string | null };
