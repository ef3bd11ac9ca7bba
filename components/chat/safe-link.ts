/** An address that a message's formatting names, if opening it does no harm (http, https, tg, mailto, tel); else null. */
export function safeLink(address: string | undefined): string | null {
  let url: URL;
  try {
    url = new URL(address ?? "");
  } catch {
    return null;
  }
  if (!["http:", "https:", "tg:", "mailto:", "tel:"].includes(url.protocol)) return null;
  // A name before @ would show one host and open another.
  return url.username === "" && url.password === "" ? url.href : null;
}
