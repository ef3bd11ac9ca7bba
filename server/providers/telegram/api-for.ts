import { Api } from "grammy";
import type { World } from "@/server/providers/provider";

/** No call but the long poll and the sending of a file takes longer than this; seconds. */
const timeoutSeconds = 20;
/** A file of 50 MB at 2 Mbit/s. */
const uploadTimeoutSeconds = 200;

const kept = new Map<string, Api>();

/** The Bot API of one bot in one world; kept, so that topic icons and connections are reused. */
export function apiFor(token: string, world: World): Api {
  return keep(token, world, timeoutSeconds);
}

/** The same bot with the patience that sending a file takes. */
export function uploadApiFor(token: string, world: World): Api {
  return keep(token, world, uploadTimeoutSeconds);
}

function keep(token: string, { apiRoot }: World, seconds: number): Api {
  const key = `${apiRoot} ${token} ${seconds}`;
  const api = kept.get(key) ?? new Api(token, { apiRoot, timeoutSeconds: seconds });
  kept.set(key, api);
  return api;
}
