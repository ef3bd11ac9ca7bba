import type { CardConversation } from "@/server/domain/conversations/queue-card";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { channelHas } from "@/server/domain/messages/channel-has";
import { channelName } from "@/server/domain/resources/channel-name";
import { localeFor, type PhraseKey, phrase } from "@/server/lib/phrases";
import type { OutgoingMessage } from "@/server/providers/provider";
import { providerFor } from "@/server/providers/registry";

type Earlier = { id: number; openedAt: Date; rating: number | null };

/**
 * The card that opens a topic: who the customer is, why a person is needed, what it is about, earlier cases; by which
 * channel they write where that is not the one of the topic (`isGuest`).
 */
export function cardMessage(
  conversation: CardConversation,
  earlier: Earlier[],
  earlierCount: number,
  isGuest = false,
): OutgoingMessage {
  const { contact, resource, workspace } = conversation;
  const locale = localeFor(workspace.locale);
  const name = displayName(contact);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: workspace.timeZone });
  const language = new Intl.DisplayNames([locale], { type: "language", fallback: "code" }).of(
    conversation.language,
  );
  const reasonKey: PhraseKey | null = conversation.handoffReason
    ? (`Bot.reason_${conversation.handoffReason}` as PhraseKey)
    : null;
  const lines = [
    name,
    contact.username && contact.username !== name
      ? [`@${contact.username}`, providerFor(resource.provider).links?.profile(contact.username)]
          .filter(Boolean)
          .join(" · ")
      : null,
    isGuest && phrase(locale, "Bot.cardChannel", { channel: channelName(resource, locale) }),
    phrase(locale, "Bot.cardLanguage", { language: language ?? conversation.language }),
    contact.leadSource && phrase(locale, "Bot.cardSource", { source: contact.leadSource }),
    reasonKey && phrase(locale, "Bot.cardReason", { reason: phrase(locale, reasonKey) }),
    conversation.summary && phrase(locale, "Bot.cardSummary", { summary: conversation.summary }),
    earlierCount > 0
      ? phrase(locale, "Bot.cardEarlier", {
          count: earlierCount,
          list: earlier
            .map((one) => `#${one.id} ${day.format(one.openedAt)}${one.rating ? ` ${one.rating}★` : ""}`)
            .join(", "),
        })
      : phrase(locale, "Bot.cardFirst"),
    contact.blockedAt &&
      phrase(locale, "Bot.cardBlocked", {
        miniApp: channelHas(resource.provider, "mini_app") ? "yes" : "no",
      }),
  ].filter((line) => typeof line === "string");
  return {
    text: lines.join("\n"),
    entities: [{ type: "bold", offset: 0, length: name.length }],
    buttons: [
      [
        { label: phrase(locale, "Bot.close"), data: `close:${conversation.id}` },
        { label: phrase(locale, "Bot.backToAssistantButton"), data: `ai:${conversation.id}` },
      ],
    ],
  };
}
