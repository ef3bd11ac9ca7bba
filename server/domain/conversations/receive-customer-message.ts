import type { Conversation, Message } from "@/prisma/generated/client";
import { appendMessage } from "@/server/domain/conversations/append-message";
import {
  currentConversation,
  lockContact,
  ownConversations,
} from "@/server/domain/conversations/current-conversation";
import { visibleToCustomer } from "@/server/domain/conversations/customer-views";
import { isFlooding } from "@/server/domain/conversations/is-flooding";
import { type InboundPart, linkInbound } from "@/server/domain/conversations/link-inbound";
import { mirrorToTopic } from "@/server/domain/conversations/mirror-to-topic";
import { sayOffHours } from "@/server/domain/conversations/say-off-hours";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import { startConversation } from "@/server/domain/conversations/start-conversation";
import {
  startWithPlainMessage,
  takeInPlainMessage,
} from "@/server/domain/conversations/take-in-plain-message";
import { tellFlooder } from "@/server/domain/conversations/tell-flooder";
import { waitsForPerson } from "@/server/domain/conversations/waits-for-person";
import { wakeAssistant } from "@/server/domain/conversations/wake-assistant";
import { claimUploads } from "@/server/domain/files/claim-uploads";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

/** `parts`: one, or those of an album in their order; none where the message has no id of its own. */
type ExternalPlace = { chatExternalId: string; parts: InboundPart[]; replyToExternalId?: string };

export type CustomerMessage = {
  text: string;
  origin: "mini_app" | "bot";
  /** The sender's own id: the same twice is one message. */
  clientId?: string;
  /** Where the message stands on the provider's side. */
  external?: ExternalPlace;
  entities?: TextEntity[];
  attachments?: AttachmentDraft[];
  /** Files that the same customer uploaded before. */
  fileIds?: string[];
  /** The message of the same customer's conversations that this one answers; another's is no answer to anything. */
  replyToId?: number;
};

export type TakenIn = {
  message: Pick<Message, "id" | "conversationId" | "seq" | "replyToId" | "createdAt">;
  conversation: Pick<Conversation, "id" | "state">;
};

/** While a customer waits they are told so again only after this long. */
const waitNoticeEveryMs = 5 * 60_000;

/** Takes in what a customer wrote, by Mini App or to the bot: one conversation, opened anew after a closed one. */
export async function receiveCustomerMessage(actor: CustomerActor, input: CustomerMessage): Promise<TakenIn> {
  return (await takeInPlainMessage(actor, input)) ?? transaction((tx) => takeIn(tx, actor, input));
}

async function takeIn(tx: Tx, actor: CustomerActor, input: CustomerMessage): Promise<TakenIn> {
  await lockContact(tx, actor);
  const first = await startWithPlainMessage(tx, actor, input);
  if (first) return first;
  const open = await currentConversation(tx, actor);
  const double = await findDouble(tx, actor, input);
  if (double) return double;
  const conversation = open ?? (await startConversation(tx, actor));
  const chat = input.external && (await findChat(tx, actor, input.external.chatExternalId));
  const uploads = await claimUploads(tx, actor, input.fileIds ?? []);
  const added = await appendMessage(
    tx,
    conversation.id,
    {
      author: "customer",
      origin: input.origin,
      contactId: actor.contactId,
      text: input.text,
      clientId: input.clientId,
      replyToId: await findReplied(tx, actor, input, chat?.id),
      entities: input.entities,
      attachments: [...(input.attachments ?? []), ...uploads],
    },
    { lastOrigin: input.origin, ...startsWaiting(conversation) },
  );
  if (chat && input.external) await linkInbound(tx, chat.id, input.external.parts, added.message.id);
  return { message: added.message, conversation: await carryOn(tx, added.conversation) };
}

/** With these words the customer begins to wait for a person, unless they wait already or the assistant leads. */
function startsWaiting({ state, unansweredSince }: Conversation) {
  return state === "assistant" || unansweredSince ? {} : waitsForPerson(clock.now());
}

/** Brings the message to whoever leads the conversation. */
async function carryOn(tx: Tx, conversation: Conversation): Promise<Conversation> {
  const flood = await isFlooding(tx, conversation);
  if (conversation.state === "assistant") await wakeAssistant(tx, conversation, flood);
  else await mirrorToTopic(tx, conversation);
  if (flood) return tellFlooder(tx, conversation);
  if (conversation.state === "assistant") return conversation;
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
      externalId: { in: input.external.parts.map(({ externalId }) => externalId) },
      chat: { resourceId: actor.resourceId, externalId: input.external.chatExternalId },
    },
    include: { message: { include } },
  });
  return link && { message: link.message, conversation: link.message.conversation };
}

/** The id of the message that this one answers, which stands before its customer's eyes. */
async function findReplied(
  tx: Tx,
  actor: CustomerActor,
  { external, replyToId }: CustomerMessage,
  chatId: number | undefined,
): Promise<number | undefined> {
  const link =
    chatId !== undefined && external?.replyToExternalId !== undefined
      ? await tx.messageLink.findUnique({
          where: { chatId_externalId: { chatId, externalId: external.replyToExternalId } },
        })
      : null;
  const id = link?.messageId ?? replyToId;
  if (id === undefined) return undefined;
  const replied = await tx.message.findFirst({
    where: { id, conversation: ownConversations(actor), ...visibleToCustomer },
    select: { id: true },
  });
  return replied?.id;
}

function findChat(tx: Tx, actor: CustomerActor, externalId: string) {
  return tx.chat.findUniqueOrThrow({
    where: { resourceId_externalId: { resourceId: actor.resourceId, externalId } },
  });
}
