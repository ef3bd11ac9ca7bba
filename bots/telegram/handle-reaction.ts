import type { MessageReactionUpdated } from "grammy/types";
import { customerActor, seenIn, staffActor, type UpdateContext } from "@/bots/telegram/update-context";
import { setReaction } from "@/server/domain/conversations/set-reaction";

/** Somebody put an emoji on a message or took it away; anonymous and custom-emoji reactions mean nothing to us. */
export async function handleReaction(
  context: UpdateContext,
  reaction: MessageReactionUpdated,
): Promise<void> {
  const { chat, user } = reaction;
  const isPrivate = chat.type === "private";
  if (!user || user.is_bot) return;
  if (!isPrivate && !context.settings.managerGroupIds.includes(String(chat.id))) return;
  const emoji = reaction.new_reaction.findLast((one) => one.type === "emoji")?.emoji ?? null;
  if (emoji === null && reaction.new_reaction.length > 0) return;
  const { contact } = await seenIn(context, user, chat);
  const actor = isPrivate ? customerActor(context, contact) : await staffActor(context, contact);
  if (!actor) return;
  await setReaction(actor, {
    chatExternalId: String(chat.id),
    messageExternalId: String(reaction.message_id),
    emoji,
  });
}
