import { splitText } from "@/server/lib/split-text";
import type { TextEntity } from "@/server/lib/text-entity";
import type { OutgoingButton, OutgoingMedia, OutgoingMessage } from "@/server/providers/provider";

/** KChat names no limit of a text; this is what messengers take at least, in UTF-16 units. */
const textLimit = 4000;
/** Most buttons of a message, and of one row of a grid. */
const mostButtons = 20;
const mostColumns = 4;

type KchatButton = { id: string; label: string; callbackMessage: string; callbackData: string };
type ButtonsMarkup = { inlineMessageButtons: KchatButton[] } | { gridMessageButtons: KchatButton[][] };
/** A text of its own message, and what can be pressed under it. */
export type KchatPiece = { text: string; buttonsMarkup?: ButtonsMarkup };

/**
 * A message as the texts that KChat takes, in order. Formatting is told by nobody, so that links stand behind their
 * words; files and places stand as lines. Buttons are under the last piece, more than 20 of them under further ones.
 */
export function planTexts({ text, entities = [], media = [], buttons = [] }: OutgoingMessage): KchatPiece[] {
  const links = buttons.flat().flatMap((button) => ("url" in button ? `${button.label}: ${button.url}` : []));
  const words = [withLinks(text, entities), ...media.map(mediaLine), ...links].filter(Boolean).join("\n\n");
  const pieces: KchatPiece[] = splitText(words, textLimit).map((piece) => ({ text: piece.text }));
  const [first, ...others] = chunks(rowsOf(buttons));
  const last = pieces.at(-1);
  if (last && first) last.buttonsMarkup = toMarkup(first);
  return [...pieces, ...others.map((rows) => ({ text: "…", buttonsMarkup: toMarkup(rows) }))];
}

type DataButton = Extract<OutgoingButton, { data: string }>;

/** What can be pressed here, in rows that KChat can show; our page inside the messenger there is none. */
function rowsOf(buttons: OutgoingButton[][]): DataButton[][] {
  return buttons.flatMap((row) => {
    const pressable = row.filter((button): button is DataButton => "data" in button);
    return Array.from({ length: Math.ceil(pressable.length / mostColumns) }, (_, index) =>
      pressable.slice(index * mostColumns, (index + 1) * mostColumns),
    );
  });
}

function chunks(rows: DataButton[][]): DataButton[][][] {
  const all: DataButton[][][] = [];
  let free = 0;
  for (const row of rows) {
    const last = all.at(-1);
    if (last && row.length <= free) last.push(row);
    else all.push([row]);
    free = (last && row.length <= free ? free : mostButtons) - row.length;
  }
  return all;
}

function toMarkup(rows: DataButton[][]): ButtonsMarkup {
  let number = 0;
  const made = rows.map((row) =>
    row.map(({ label, data }) => {
      number += 1;
      return { id: String(number), label, callbackMessage: label, callbackData: data };
    }),
  );
  return made.every((row) => row.length === 1)
    ? { inlineMessageButtons: made.flat() }
    : { gridMessageButtons: made };
}

function withLinks(text: string, entities: TextEntity[]): string {
  let words = text;
  // From the end, so that what stands before keeps its place.
  for (const { type, offset, length, url } of entities.toSorted((a, b) => b.offset - a.offset)) {
    const end = offset + length;
    if (type !== "text_link" || !url || !/^https?:/.test(url) || text.slice(offset, end) === url) continue;
    words = `${words.slice(0, end)} (${url})${words.slice(end)}`;
  }
  return words;
}

function mediaLine(media: OutgoingMedia): string {
  if (media.kind === "contact")
    return `👤 ${[media.firstName, media.lastName, media.phoneNumber].filter(Boolean).join(" ")}`;
  if (media.kind !== "location") return [`📎 ${media.fileName}`, media.link].filter(Boolean).join("\n");
  const place = [media.title, media.address, `${media.latitude}, ${media.longitude}`];
  return `📍 ${place.filter(Boolean).join(", ")}`;
}
