import type { IncomingHttpHeaders } from "node:http";
import { isLoopbackAddress } from "./is-loopback-address";
import { isProxied } from "./is-proxied";

const LOOPBACK_HOST = /^(localhost|[\w-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Whether someone at this very machine asks, directly: a loopback peer, no proxy in between, and a loopback name in
 * Host (a foreign name that resolves to 127.0.0.1 is DNS rebinding).
 */
export function isLocalRequest(peer: string, headers: IncomingHttpHeaders): boolean {
  if (!isLoopbackAddress(peer) || isProxied(headers)) return false;
  return LOOPBACK_HOST.test(headers.host ?? "");
}
