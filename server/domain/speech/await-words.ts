import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import type { TurnConversation, TurnMessage } from "@/server/domain/conversations/read-turn";
import { queueAnswer } from "@/server/domain/conversations/wake-assistant";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/** A customer's words are waited for at most so long after they were said; then their recording is a file like others. */
const longestMs = 180_000;

/**
 * True when the turn has recordings whose words are still to come: the answer is then queued for when they have to be
 * there; whoever brings them wakes the assistant before.
 */
export async function awaitWords(conversation: TurnConversation, asked: TurnMessage[]): Promise<boolean> {
  const first = asked.find(({ attachments }) =>
    attachments.some(({ transcription }) => transcription?.state === "queued"),
  );
  if (!first) return false;
  const until = new Date(new Date(first.createdAt).getTime() + longestMs);
  const now = clock.now();
  if (until <= now) return false;
  await transaction(async (tx) => {
    // Whoever brings the words takes this lock too: either we see them, or they queue after us.
    await lockConversation(tx, conversation.workspaceId, conversation.id);
    const missing = await tx.transcription.count({
      where: { state: "queued", attachment: { messageId: { in: asked.map(({ id }) => id) } } },
    });
    await queueAnswer(tx, conversation.id, missing > 0 ? until : now);
  });
  return true;
}
