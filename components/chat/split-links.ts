/** A piece of a message's text; `href` is an address that is safe to open. */
export type TextPiece = { text: string; href?: string };

// Addresses with a scheme, bare ones that start with www., e-mail addresses, international phone numbers.
const LINK = /\bhttps?:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+\d[\d\s()-]{7,17}\d/giu;
const TRAILING = /[.,;:!?…'"”»\]}*_]+$/u;

/** Cuts what belongs to the sentence around the address rather than to it: full stops, an unopened bracket. */
function trimAddress(found: string): string {
  let address = found.replace(TRAILING, "");
  while (address.endsWith(")") && address.split("(").length < address.split(")").length) {
    address = address.slice(0, -1).replace(TRAILING, "");
  }
  return address;
}

function hrefFor(address: string): string | null {
  if (address.startsWith("+")) return `tel:${address.replace(/[^\d+]/g, "")}`;
  if (!/^(https?:|www\.)/i.test(address)) return address.includes("@") ? `mailto:${address}` : null;
  try {
    const url = new URL(/^www\./i.test(address) ? `https://${address}` : address);
    // A name before @ would show one host and open another.
    return url.username === "" && url.password === "" && url.hostname.includes(".") ? url.href : null;
  } catch {
    return null;
  }
}

/** The text cut into plain pieces and links (http, https, mailto, tel only); joined again it is the same text. */
export function splitLinks(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = trimAddress(match[0]);
    const href = hrefFor(address);
    if (!href) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
