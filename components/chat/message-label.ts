import type { useChatTexts } from "@/components/chat/chat-texts";
import type { CustomerMessageView } from "@/server/domain/conversations/schema";

type Words = ReturnType<typeof useChatTexts>["t"];

/** Who wrote it, as the customer calls them. */
export function authorName(author: string, name: string | null, t: Words): string {
  if (author === "customer") return t("you");
  if (author === "assistant") return t("assistant");
  return name ?? t("manager");
}

/** A message in one line: its words, else what it carries. */
export function messageLabel(message: Pick<CustomerMessageView, "text" | "attachments">, t: Words): string {
  const [first] = message.attachments;
  if (message.text || !first) return message.text;
  if (first.kind === "sticker") return first.details.emoji ?? t("sticker");
  if (first.kind === "document") return first.fileName ?? t("document");
  const more = message.attachments.length - 1;
  return more > 0 ? `${t(first.kind)} +${more}` : t(first.kind);
}
