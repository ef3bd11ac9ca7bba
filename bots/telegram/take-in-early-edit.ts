import type { Message, Update } from "grammy/types";
import { handleGroupMessage } from "@/bots/telegram/handle-group-message";
import { handlePrivateMessage } from "@/bots/telegram/handle-private-message";
import { looksLikeCommand } from "@/bots/telegram/read-command";
import type { UpdateContext } from "@/bots/telegram/update-context";
import { wasHandled } from "@/server/domain/resources/was-handled";
import { laneOf } from "@/server/providers/telegram/lane-of";

/** Edited later than this, a message that we do not have is one from before our time. */
const longestSeconds = 10 * 60;

/**
 * Takes the edit of a message that we do not have in as the message: it overtook it, and what comes later is the double.
 * Not so commands, and messages that came and were meant to leave no trace (a note, what stood in no conversation).
 */
export async function takeInEarlyEdit(context: UpdateContext, message: Message): Promise<void> {
  const isPrivate = message.chat.type === "private";
  if (!isPrivate && !message.is_topic_message) return;
  const { edit_date: editedAt, date, message_id } = message;
  // A date is missing where it could not be read.
  if (!editedAt || !date || editedAt - date > longestSeconds) return;
  if (looksLikeCommand(message.text ?? message.caption ?? "")) return;
  const lane = { resourceId: context.resource.id, lane: laneOf({ update_id: 0, message } as Update) };
  if (await wasHandled(lane, { message: { message_id } })) return;
  if (isPrivate) await handlePrivateMessage(context, message, [message]);
  else await handleGroupMessage(context, message, [message]);
}
