import { splitText, type TextPiece } from "@/server/lib/split-text";
import type { FileKind, OutgoingButton, OutgoingMedia, OutgoingMessage } from "@/server/providers/provider";
import { uploadKind } from "@/server/providers/telegram/upload-kind";

/** Telegram's limit of a text message, in UTF-16 units after parsing. */
const textLimit = 4096;
/** Telegram's limit of the text under a file, in UTF-16 units after parsing. */
export const captionLimit = 1024;
/** Most items of an album. */
const albumLimit = 10;

/** What one call of the Bot API sends: a text, one item, or an album of two to ten. */
export type Part =
  | { type: "text"; piece: TextPiece }
  | { type: "media"; items: OutgoingMedia[]; caption: string };

/**
 * A message as the parts that Telegram takes, in order: albums and items first, the text under the first of them if it
 * may stand there, else after them. Each item makes exactly one message, so the first ids are those of the items.
 */
export function planMessage(
  { text, media = [], buttons = [] }: OutgoingMessage,
  linksAsText: boolean,
): Part[] {
  const links = linksAsText ? buttons.flat().filter(isLink).map(linkText) : [];
  const words = [text, ...links].filter(Boolean).join("\n\n");
  const groups = groupMedia(media);
  const [first] = groups;
  // Nothing can be pressed under an album: a question that stands with one needs its own message.
  const asks = buttons.flat().some((button) => "data" in button) && (groups.at(-1)?.length ?? 0) > 1;
  const captioned = first !== undefined && words.length <= captionLimit && takesCaption(first[0]) && !asks;
  const parts: Part[] = groups.map((items, index) => ({
    type: "media",
    items,
    caption: captioned && index === 0 ? words : "",
  }));
  if (captioned || (words === "" && groups.length > 0)) return parts;
  return [...parts, ...splitText(words, textLimit).map((piece) => ({ type: "text" as const, piece }))];
}

/** Whether a button leads somewhere, so that it can also be written out. */
export function isLink(button: OutgoingButton): boolean {
  return "miniApp" in button || "url" in button;
}

function linkText(button: OutgoingButton): string {
  return `${button.label}: ${"miniApp" in button ? button.miniApp : "url" in button ? button.url : ""}`;
}

const captioned = new Set<string>(["photo", "document", "voice", "audio", "video", "animation"]);

function takesCaption(item: OutgoingMedia | undefined): boolean {
  return item !== undefined && captioned.has(item.kind);
}

/** Neighbours that Telegram shows in one album stay together; everything else stands alone. */
function groupMedia(media: OutgoingMedia[]): OutgoingMedia[][] {
  const groups: OutgoingMedia[][] = [];
  let album: string | null = null;
  for (const item of media) {
    const own = albumOf(item);
    const last = groups.at(-1);
    if (last && own !== null && own === album && last.length < albumLimit) last.push(item);
    else groups.push([item]);
    album = own;
  }
  return groups;
}

const albums: Partial<Record<FileKind, string>> = {
  photo: "pictures",
  video: "pictures",
  document: "documents",
  audio: "audio",
};

function albumOf(item: OutgoingMedia): string | null {
  if (item.kind === "location" || item.kind === "contact") return null;
  if (item.externalFileId) return albums[item.kind] ?? null;
  return item.fileId ? (albums[uploadKind(item)] ?? null) : null;
}
