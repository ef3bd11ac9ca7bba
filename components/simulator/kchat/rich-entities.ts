import type { KchatMessage } from "@/components/simulator/kchat/kchat-types";
import type { TelegramEntity } from "@/components/simulator/simulator-types";

const KINDS: Record<string, string> = {
  bold: "bold",
  italic: "italic",
  underline: "underline",
  strike: "strikethrough",
  monospace: "code",
  textUrl: "text_link",
};
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

/** A message's formatting in the words of RichText, bare web addresses included. */
export function richEntities({ message, entities }: KchatMessage): TelegramEntity[] {
  const written = entities.flatMap((entity) =>
    Object.entries(entity).map(([kind, span]) => ({ ...span, type: KINDS[kind] ?? kind })),
  );
  const addresses = [...message.matchAll(ADDRESS)].map(({ 0: found, index }) => ({
    type: "url",
    offset: index,
    length: found.length,
  }));
  return [...written, ...addresses];
}
