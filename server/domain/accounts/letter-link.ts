import { appUrl } from "@/server/lib/env";

/** An address of ours for a letter, with a one-time token and the path to go on to afterwards. */
export function letterLink(path: "/verify" | "/reset", token: string, next?: string): string {
  return `${appUrl}${path}?${new URLSearchParams({ token, ...(next && { next }) })}`;
}
