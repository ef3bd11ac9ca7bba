import ipaddr from "ipaddr.js";

/** What an address is counted under: IPv4 itself, IPv6 by its /64, which is what one household or server is given. */
export function limitKey(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const parts = ipaddr.IPv6.parse(address).parts.slice(0, 4);
  return `${parts.map((part) => part.toString(16)).join(":")}::/64`;
}
