import type { Conversation } from "@/prisma/generated/client";
import type { TurnDecision } from "@/server/domain/conversations/say-decision";
import type { AttachmentKindName } from "@/server/domain/files/schema";

/**
 * What the assistant does with a turn of files without a word: it cannot open them, so it offers a manager, once. A
 * sticker is small talk.
 */
export function decideOnFiles(
  { offer, language }: Pick<Conversation, "offer" | "language">,
  asked: { attachments: { kind: AttachmentKindName }[] }[],
  isFirst: boolean,
): TurnDecision {
  if (offer === "open") return { kind: "silence" };
  const onlyStickers = asked.every(({ attachments }) => attachments.every(({ kind }) => kind === "sticker"));
  if (onlyStickers) return { kind: "smalltalk", act: isFirst ? "greeting" : "acknowledgement", language };
  return { kind: "handover", reason: "attachment", immediate: false, confidence: 1, language };
}
