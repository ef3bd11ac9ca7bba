import { tracked } from "@trpc/server";
import { rateLimit } from "@/server/auth/rate-limit";
import { addNote } from "@/server/domain/conversations/add-note";
import { closeConversation } from "@/server/domain/conversations/close-conversation";
import { inboxEvents } from "@/server/domain/conversations/inbox-events";
import { countInbox, listInbox } from "@/server/domain/conversations/inbox-queries";
import {
  conversationTargetInput,
  listInboxInput,
  noteInput,
  replyInput,
  staffRetryInput,
  threadInput,
  threadMessagesInput,
  watchInboxInput,
} from "@/server/domain/conversations/inbox-schema";
import { markReadByStaff } from "@/server/domain/conversations/mark-read-by-staff";
import { replyAsMember } from "@/server/domain/conversations/reply-as-member";
import { returnToAssistant } from "@/server/domain/conversations/return-to-assistant";
import { markReadInput } from "@/server/domain/conversations/schema";
import { takeConversation } from "@/server/domain/conversations/take-conversation";
import { openThread, ownMessage, threadMessages } from "@/server/domain/conversations/thread-queries";
import { presentCursor } from "@/server/domain/conversations/watch-workspace";
import { retryDelivery } from "@/server/domain/messages/retry-delivery";
import { AppError } from "@/server/lib/errors";
import { memberProcedure, router } from "@/server/trpc/init";
import { stillMember } from "@/server/trpc/still-member";

type Outcome =
  | { ok: true }
  | {
      ok: false;
      reason: "no_conversation" | "closed" | "topic_opening" | "unknown_message" | "not_failed";
    };

/** An act's refusal in words; what failed no longer, or not any more, needs none. */
function settle(outcome: Outcome): void {
  if (outcome.ok || outcome.reason === "not_failed") return;
  if (outcome.reason === "closed")
    throw new AppError("conflict", "conversation_closed", "This conversation is closed.");
  if (outcome.reason === "unknown_message")
    throw new AppError("not_found", "message_unknown", "There is no such message.");
  throw new AppError("not_found", "conversation_unknown", "There is no such conversation.");
}

export const inboxRouter = router({
  /** Where the stream begins for a page that reads the rest after this. */
  cursor: memberProcedure.query(async () => (await presentCursor()).toString()),
  list: memberProcedure.input(listInboxInput).query(({ ctx, input }) => listInbox(ctx.actor, input)),
  counts: memberProcedure.query(({ ctx }) => countInbox(ctx.actor)),
  thread: memberProcedure.input(threadInput).query(({ ctx, input }) => openThread(ctx.actor, input)),
  messages: memberProcedure
    .input(threadMessagesInput)
    .query(({ ctx, input }) => threadMessages(ctx.actor, input)),
  reply: memberProcedure.input(replyInput).mutation(async ({ ctx, input: { locale, ...input } }) => {
    await rateLimit("member-message", ctx.actor.userId);
    settle(await replyAsMember(ctx.actor, input));
    return ownMessage(ctx.actor, input, locale);
  }),
  note: memberProcedure.input(noteInput).mutation(async ({ ctx, input }) => {
    await rateLimit("member-message", ctx.actor.userId);
    const { conversationId, clientId, text } = input;
    settle(await addNote(ctx.actor, { conversationId, id: clientId, text }));
    return ownMessage(ctx.actor, input, input.locale);
  }),
  take: memberProcedure.input(conversationTargetInput).mutation(async ({ ctx, input }) => {
    settle(await takeConversation(ctx.actor, input));
  }),
  returnToAssistant: memberProcedure.input(conversationTargetInput).mutation(async ({ ctx, input }) => {
    settle(await returnToAssistant(ctx.actor, input));
  }),
  close: memberProcedure.input(conversationTargetInput).mutation(async ({ ctx, input }) => {
    settle(await closeConversation(ctx.actor, input));
  }),
  markRead: memberProcedure.input(markReadInput).mutation(async ({ ctx, input }) => {
    if (!(await markReadByStaff(ctx.actor, input))) settle({ ok: false, reason: "no_conversation" });
  }),
  retryDelivery: memberProcedure.input(staffRetryInput).mutation(async ({ ctx, input }) => {
    settle(await retryDelivery(ctx.actor, input));
  }),
  watch: memberProcedure.input(watchInboxInput).subscription(async function* ({ ctx, input, signal }) {
    const events = inboxEvents(ctx.actor, {
      cursor: input.lastEventId ?? input.cursor,
      locale: input.locale,
      check: stillMember(ctx.headers, ctx.actor),
      signal: signal ?? new AbortController().signal,
    });
    for await (const { id, event } of events) yield tracked(id, event);
  }),
});
