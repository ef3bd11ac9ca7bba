import { plainAddress } from "./plain-address";

interface Hops {
  /** The address the socket is connected to, as Node gives it. */
  peer: string;
  /** `x-forwarded-for` as received, all its lines joined by commas. */
  forwardedFor: string | undefined;
  isTrusted: (address: string) => boolean;
}

/**
 * The client's address: the socket's peer, or, if that is a trusted proxy, the nearest address of `x-forwarded-for`
 * that is not one. What stands further left was written by strangers and is ignored.
 */
export function clientAddress({ peer, forwardedFor, isTrusted }: Hops): string {
  let nearest = plainAddress(peer) ?? "unknown";
  const hops = (forwardedFor ?? "").split(",").reverse();
  for (const hop of hops) {
    if (nearest === "unknown" || !isTrusted(nearest)) return nearest;
    const next = plainAddress(hop);
    if (next === null) return nearest;
    nearest = next;
  }
  return nearest;
}
