import type { Conversation, MessageKind, Prisma } from "@/prisma/generated/client";
import { appendMessage } from "@/server/domain/conversations/append-message";
import { mirrorToTopic } from "@/server/domain/conversations/mirror-to-topic";
import { pushToCustomer } from "@/server/domain/conversations/push-to-customer";
import type { Tx } from "@/server/lib/db";
import { localeFor, type PhraseKey, type PhraseValues, phrase } from "@/server/lib/phrases";
import type { OutgoingButton } from "@/server/providers/provider";

export type Saying = {
  key: PhraseKey;
  values?: PhraseValues;
  /** The company's own words instead of the built-in ones. */
  text?: string;
  author: "assistant" | "system";
  kind?: Extract<MessageKind, "text" | "notice" | "offer">;
  buttons?: OutgoingButton[][];
};

/** Tells the customer one of our built-in texts in their language; new values of the conversation go with it. */
export async function sayPhrase(
  tx: Tx,
  conversation: Conversation,
  { key, values, text, author, kind = "notice", buttons }: Saying,
  data: Prisma.ConversationUncheckedUpdateInput = {},
): Promise<Conversation> {
  const said = await appendMessage(
    tx,
    conversation.id,
    {
      author,
      kind,
      origin: author,
      text: text ?? phrase(localeFor(conversation.language), key, values),
      ...(text === undefined && { phrase: { key, values } }),
      language: localeFor(conversation.language),
    },
    data,
  );
  await pushToCustomer(tx, said.conversation, said.message, buttons);
  await mirrorToTopic(tx, said.conversation);
  return said.conversation;
}
