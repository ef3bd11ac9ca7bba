import type { Conversation } from "@/prisma/generated/client";
import { decideAnswer } from "@/server/domain/conversations/decide-answer";
import { decideOnFiles } from "@/server/domain/conversations/decide-on-files";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import { messageWords } from "@/server/domain/conversations/message-words";
import { readTurn, type TurnConversation, type TurnMessage } from "@/server/domain/conversations/read-turn";
import { readYesOrNo } from "@/server/domain/conversations/read-yes-or-no";
import { customerTopic, recordChange } from "@/server/domain/conversations/record-change";
import { sayDecision, type TurnDecision } from "@/server/domain/conversations/say-decision";
import { sayUnlessChanged } from "@/server/domain/conversations/say-unless-changed";
import { showTyping } from "@/server/domain/conversations/show-typing";
import { awaitWords } from "@/server/domain/speech/await-words";
import { spokenWords } from "@/server/domain/speech/spoken-words";
import { db, type Tx, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import { localeFor } from "@/server/lib/phrases";
import { realtime } from "@/server/realtime/realtime";

/** How many earlier messages the assistant takes into account. */
const remembered = 12;

/**
 * Answers everything a customer wrote since the last answer, in one message. What became stale meanwhile (the
 * customer went on writing, a manager took over, the conversation closed) is dropped, never sent.
 */
export async function answerTurn({ conversationId }: { conversationId: number }): Promise<void> {
  // Who starts the bot again has it look at what came meanwhile.
  const turn = await readTurn(conversationId, remembered + 20);
  if (!turn) return;
  const { conversation, recent, model } = turn;
  const asked = recent.filter(
    (message) => message.author === "customer" && message.seq > conversation.answeredSeq,
  );
  const last = asked.at(-1);
  if (!last) return;
  if (await awaitWords(conversation, asked)) return;
  const topic = customerTopic(conversation.contactId, conversation.resourceId);
  // Without a model the answer is there at once.
  const takesLong = model !== null;
  if (takesLong) {
    await markSeen(conversation, last);
    realtime.publish(topic, { type: "typing", author: "assistant" });
    // Not waited for: the answer must not be slower for the sign that it is coming.
    void showTyping(conversation);
  }

  const text = asked.map(spokenWords).filter(Boolean).join("\n");
  const earlier = recent.filter((message) => message.seq <= conversation.answeredSeq).slice(-remembered);
  const answered = conversation.offer === "open" ? readYesOrNo(text) : null;
  const stale = new AbortController();
  const stopWatching = takesLong
    ? realtime.subscribe(
        topic,
        (hint) =>
          // A passing sign changes no row.
          hint === undefined &&
          void isStale(conversationId, asked).then(
            (old) => old && stale.abort(),
            (error) =>
              logger.warn({ conversationId, error: String(error) }, "staleness not seen; checked at sending"),
          ),
      )
    : () => undefined;
  let decision: TurnDecision;
  try {
    if (answered) decision = { kind: "offer-answer", accept: answered === "yes" };
    else if (!text) decision = decideOnFiles(conversation, asked, earlier.length === 0);
    else
      decision = await decideAnswer({
        conversation,
        knowledgeRevision: turn.knowledgeRevision,
        model,
        companyName: turn.companyName,
        question: {
          text,
          earlier: earlier
            .filter((message) => message.author === "customer")
            .map(spokenWords)
            .filter(Boolean),
          preferredLanguage: conversation.language,
        },
        earlier: earlier.map((message) => ({
          author: message.author === "system" ? "assistant" : message.author,
          text: messageWords(message, localeFor(conversation.language)),
        })),
        onDraft: (draft) => {
          if (!stale.signal.aborted) realtime.publish(topic, { type: "draft", conversationId, text: draft });
        },
        signal: stale.signal,
      });
  } finally {
    stopWatching();
  }
  // Mostly nothing has happened meanwhile.
  if (decision.kind === "answer" && (await sayUnlessChanged(conversation, decision, last.seq))) return;
  const sent = await transaction(async (tx) => {
    const now = await lockConversation(tx, conversation.workspaceId, conversationId);
    if (now.answeredSeq >= last.seq || (await hasMovedOn(now, asked, tx))) return false;
    const stopped = { id: conversation.workspaceId, botStoppedAt: { not: null } };
    if ((await tx.workspace.count({ where: stopped })) > 0) return false;
    await sayDecision(tx, now, decision, last.seq);
    return true;
  });
  if (!sent) realtime.publish(topic, { type: "draft", conversationId, text: "" });
}

/** The assistant has read the customer's messages: their ticks show it. */
async function markSeen({ id, staffReadSeq }: TurnConversation, { seq }: TurnMessage): Promise<void> {
  if (staffReadSeq >= seq) return;
  await transaction((tx) => recordChange(tx, id, { type: "conversation" }, { staffReadSeq: seq }));
}

async function isStale(conversationId: number, asked: TurnMessage[]): Promise<boolean> {
  const conversation = await db.conversation.findUnique({ where: { id: conversationId } });
  return conversation === null || hasMovedOn(conversation, asked, db);
}

/** Whether the answer to these messages has become pointless: more was written, they were edited, or people lead. */
async function hasMovedOn(
  { id, state, lastSeq }: Conversation,
  asked: TurnMessage[],
  client: Tx,
): Promise<boolean> {
  if (state !== "assistant") return true;
  const newest = Math.max(...asked.map(({ seq }) => seq));
  const newer =
    lastSeq > newest &&
    (await client.message.findFirst({
      where: {
        conversationId: id,
        author: { in: ["customer", "manager"] },
        kind: { not: "note" },
        seq: { gt: newest },
      },
      select: { id: true },
    }));
  if (newer) return true;
  const texts = new Map(asked.map((message) => [message.id, message.text]));
  const current = await client.message.findMany({
    where: { id: { in: [...texts.keys()] } },
    select: { id: true, text: true },
  });
  return current.some((message) => message.text !== texts.get(message.id));
}
