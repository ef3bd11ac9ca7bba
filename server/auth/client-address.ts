/** The caller's address as the web process worked it out (`x-client-address`); clients cannot set that header. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-client-address") ?? "unknown";
}
