import { Api } from "grammy";
import type { World } from "@/server/providers/provider";

/** No call but the long poll takes longer than this; seconds. */
const timeoutSeconds = 20;

const kept = new Map<string, Api>();

/** The Bot API of one bot in one world; kept, so that topic icons and connections are reused. */
export function apiFor(token: string, { apiRoot }: World): Api {
  const key = `${apiRoot} ${token}`;
  const api = kept.get(key) ?? new Api(token, { apiRoot, timeoutSeconds });
  kept.set(key, api);
  return api;
}
