import { isIP } from "node:net";

/**
 * One IP address in its plain form: no port, no brackets, IPv4 never written as IPv6; null when it is none.
 * Proxies write `203.0.113.7:4711` and `[2001:db8::1]:4711` too (RFC 7239, section 6).
 */
export function plainAddress(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^"|"$/g, "")
    .replace(/^\[(.+)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, "$1");
  return isIP(bare) === 0 ? null : bare.toLowerCase();
}
