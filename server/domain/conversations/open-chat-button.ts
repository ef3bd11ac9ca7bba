import { channelHas } from "@/server/domain/messages/channel-has";
import { miniAppAddress } from "@/server/lib/mini-app-address";
import { localeFor, phrase } from "@/server/lib/phrases";
import type { OutgoingButton } from "@/server/providers/provider";

/** The row under our messages whose button opens the Mini App; no row on a channel that has none. */
export function openChatButton(
  { id, provider }: { id: number; provider: string },
  language: string | null,
): OutgoingButton[][] {
  if (!channelHas(provider, "mini_app")) return [];
  return [[{ label: phrase(localeFor(language), "Bot.openChat"), miniApp: miniAppAddress(id) }]];
}
