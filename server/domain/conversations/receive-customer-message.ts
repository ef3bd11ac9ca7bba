import type { Conversation, Message } from "@/prisma/generated/client";
import { appendMessage } from "@/server/domain/conversations/append-message";
import { currentConversation } from "@/server/domain/conversations/current-conversation";
import { mirrorToTopic } from "@/server/domain/conversations/mirror-to-topic";
import { sayOffHours } from "@/server/domain/conversations/say-off-hours";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import { startConversation } from "@/server/domain/conversations/start-conversation";
import { waitsForPerson } from "@/server/domain/conversations/waits-for-person";
import { wakeAssistant } from "@/server/domain/conversations/wake-assistant";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

export type CustomerMessage = {
  text: string;
  origin: "mini_app" | "bot";
  /** The sender's own id: the same twice is one message. */
  clientId?: string;
  /** Where the message stands on the provider's side. */
  external?: { chatExternalId: string; messageExternalId: string; replyToExternalId?: string };
  entities?: TextEntity[];
  attachments?: AttachmentDraft[];
};

/** While a customer waits they are told so again only after this long. */
const waitNoticeEveryMs = 5 * 60_000;

/** Takes in what a customer wrote, by Mini App or to the bot: one conversation, opened anew after a closed one. */
export async function receiveCustomerMessage(
  actor: CustomerActor,
  input: CustomerMessage,
): Promise<{ message: Message; conversation: Conversation }> {
  return transaction(async (tx) => {
    const open = await currentConversation(tx, actor);
    const double = await findDouble(tx, actor, input);
    if (double) return double;
    const conversation = open ?? (await startConversation(tx, actor));
    const chat = input.external && (await findChat(tx, actor, input.external.chatExternalId));
    const replyTo =
      chat && input.external?.replyToExternalId
        ? await tx.messageLink.findUnique({
            where: { chatId_externalId: { chatId: chat.id, externalId: input.external.replyToExternalId } },
          })
        : null;
    const added = await appendMessage(
      tx,
      conversation.id,
      {
        author: "customer",
        origin: input.origin,
        contactId: actor.contactId,
        text: input.text,
        clientId: input.clientId,
        replyToId: replyTo?.messageId,
        entities: input.entities,
        attachments: input.attachments,
      },
      { lastOrigin: input.origin, ...startsWaiting(conversation) },
    );
    if (chat && input.external) {
      const externalId = input.external.messageExternalId;
      await tx.messageLink.create({
        data: { chatId: chat.id, externalId, messageId: added.message.id, inbound: true },
      });
    }
    return { message: added.message, conversation: await carryOn(tx, added.conversation) };
  });
}

/** With these words the customer begins to wait for a person, unless they wait already or the assistant leads. */
function startsWaiting({ state, unansweredSince }: Conversation) {
  return state === "assistant" || unansweredSince ? {} : waitsForPerson(clock.now());
}

/** Brings the message to whoever leads the conversation. */
async function carryOn(tx: Tx, conversation: Conversation): Promise<Conversation> {
  if (conversation.state === "assistant") {
    await wakeAssistant(tx, conversation);
    return conversation;
  }
  await mirrorToTopic(tx, conversation);
  if (conversation.state !== "waiting") return conversation;
  const nobodyThere = await sayOffHours(tx, conversation, conversation.waitNoticedAt);
  if (nobodyThere) return nobodyThere;
  const toldAt = conversation.waitNoticedAt?.getTime() ?? 0;
  if (clock.now().getTime() - toldAt < waitNoticeEveryMs) return conversation;
  return sayPhrase(
    tx,
    conversation,
    { key: "Bot.stillWaiting", author: "assistant" },
    { waitNoticedAt: clock.now() },
  );
}

/** The message with its conversation if it was taken in before. */
async function findDouble(tx: Tx, actor: CustomerActor, input: CustomerMessage) {
  const include = { conversation: true };
  if (input.clientId) {
    // A page that missed the answer repeats the message, perhaps after its conversation was closed.
    const known = await tx.message.findFirst({
      where: {
        clientId: input.clientId,
        author: "customer",
        contactId: actor.contactId,
        conversation: { resourceId: actor.resourceId },
      },
      include,
    });
    if (known) return { message: known, conversation: known.conversation };
  }
  if (!input.external) return null;
  const link = await tx.messageLink.findFirst({
    where: {
      externalId: input.external.messageExternalId,
      chat: { resourceId: actor.resourceId, externalId: input.external.chatExternalId },
    },
    include: { message: { include } },
  });
  return link && { message: link.message, conversation: link.message.conversation };
}

function findChat(tx: Tx, actor: CustomerActor, externalId: string) {
  return tx.chat.findUniqueOrThrow({
    where: { resourceId_externalId: { resourceId: actor.resourceId, externalId } },
  });
}
