import ipaddr from "ipaddr.js";

/**
 * Whether an IP address belongs to the public internet. Everything that RFC 6890 sets apart (private, loopback, link-local,
 * shared, multicast, reserved, documentation) does not, nor does an IPv6 form that carries such an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
  const bytes = parsed.toByteArray();
  const embedded = (at: number) => new ipaddr.IPv4(bytes.slice(at, at + 4)).range() === "unicast";
  const startsWith = (prefix: number[]) => prefix.every((byte, index) => bytes[index] === byte);
  const zeros = (count: number) => Array.from({ length: count }, () => 0);
  // ::ffff:a.b.c.d, RFC 4291.
  if (startsWith([...zeros(10), 0xff, 0xff])) return embedded(12);
  // 64:ff9b::/96, by which networks of IPv6 alone reach IPv4 (RFC 6052).
  if (startsWith([0x00, 0x64, 0xff, 0x9b, ...zeros(8)])) return embedded(12);
  // ISATAP, RFC 5214: the last half is [02]00:5efe:a.b.c.d.
  if ((bytes[8] === 0 || bytes[8] === 2) && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe) {
    if (!embedded(12)) return false;
  }
  // IPv4-compatible addresses are long deprecated: nobody serves there.
  return !startsWith(zeros(12)) && parsed.range() === "unicast";
}
