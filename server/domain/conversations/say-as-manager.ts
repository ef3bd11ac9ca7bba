import type { Conversation, Message } from "@/prisma/generated/client";
import { appendMessage, type MessageDraft } from "@/server/domain/conversations/append-message";
import { pushToCustomer } from "@/server/domain/conversations/push-to-customer";
import { showInTopic } from "@/server/domain/conversations/show-in-topic";
import { waitsForPerson } from "@/server/domain/conversations/waits-for-person";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/**
 * Adds a manager's words to a locked conversation: the customer gets them, the topic shows them and what was said
 * without managers, and the manager leads from now on. `seenSeq` is the last message the manager could see.
 */
export async function sayAsManager(
  tx: Tx,
  conversation: Conversation,
  words: Omit<MessageDraft, "author" | "kind">,
  seenSeq: number,
): Promise<{ message: Message; conversation: Conversation }> {
  const said = await appendMessage(
    tx,
    conversation.id,
    { ...words, author: "manager" },
    {
      state: "manager",
      managerContactId: words.contactId ?? null,
      managerUserId: words.userId ?? null,
      offer: conversation.offer === "open" ? "accepted" : conversation.offer,
      answeredSeq: conversation.lastSeq,
      staffReadSeq: Math.max(conversation.staffReadSeq, seenSeq),
      firstReplyAt: conversation.firstReplyAt ?? clock.now(),
      waitingSince: null,
      ...(await stillWaits(tx, conversation, seenSeq)),
    },
  );
  await pushToCustomer(tx, said.conversation, said.message);
  await showInTopic(tx, said.conversation);
  return said;
}

/** Managers have answered what they could see; what they could not see yet still waits for them. */
async function stillWaits(
  tx: Tx,
  { id, state, answeredSeq, unansweredSince }: Conversation,
  seenSeq: number,
) {
  const waits = state === "assistant" || unansweredSince !== null;
  const unseen = waits
    ? await tx.message.findFirst({
        where: {
          conversationId: id,
          author: "customer",
          deletedAt: null,
          seq: { gt: state === "assistant" ? Math.max(seenSeq, answeredSeq) : seenSeq },
        },
        orderBy: { seq: "asc" },
        select: { createdAt: true },
      })
    : null;
  if (!unseen) return waitsForPerson(null);
  // They waited since before, and managers were told how often.
  if (unansweredSince && unansweredSince >= unseen.createdAt) return {};
  return waitsForPerson(unseen.createdAt);
}
