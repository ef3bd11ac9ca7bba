/** Whether an IP address (IPv4, IPv6, or IPv4 written as IPv6) is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address) || address === "::1";
}
