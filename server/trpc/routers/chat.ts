import { rateLimit } from "@/server/auth/rate-limit";
import { answerOffer } from "@/server/domain/conversations/answer-offer";
import { callOperator } from "@/server/domain/conversations/call-operator";
import { customerConversationView } from "@/server/domain/conversations/customer-views";
import { editCustomerMessage } from "@/server/domain/conversations/edit-customer-message";
import { markRead } from "@/server/domain/conversations/mark-read";
import { markSatisfied } from "@/server/domain/conversations/mark-satisfied";
import { customerMessage, olderMessages, openCustomerChat } from "@/server/domain/conversations/queries";
import { rateConversation } from "@/server/domain/conversations/rate-conversation";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import {
  answerOfferInput,
  editMessageInput,
  historyInput,
  markReadInput,
  rateConversationInput,
  reactInput,
  retryDeliveryInput,
  sendMessageInput,
} from "@/server/domain/conversations/schema";
import { setReaction } from "@/server/domain/conversations/set-reaction";
import { retryDelivery } from "@/server/domain/messages/retry-delivery";
import type { CustomerActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";
import { chatEvents } from "@/server/trpc/chat-events";
import { customerProcedure, router } from "@/server/trpc/init";

/** The message after an act upon it; what the act refused is told in words. */
async function afterActing(
  actor: CustomerActor,
  messageId: number,
  outcome: { ok: true } | { ok: false; reason: "unknown_message" | "closed" | "not_failed" },
) {
  if (outcome.ok || outcome.reason === "not_failed") return customerMessage(actor, messageId);
  throw outcome.reason === "closed"
    ? new AppError("conflict", "conversation_closed", "The conversation is closed; write a new message.")
    : new AppError("not_found", "message_unknown", "There is no such message.");
}

export const chatRouter = router({
  open: customerProcedure.query(({ ctx }) => openCustomerChat(ctx.actor)),
  history: customerProcedure.input(historyInput).query(({ ctx, input }) => olderMessages(ctx.actor, input)),
  send: customerProcedure.input(sendMessageInput).mutation(async ({ ctx, input }) => {
    await rateLimit("customer-message", ctx.actor.contactId);
    const { message } = await receiveCustomerMessage(ctx.actor, { ...input, origin: "mini_app" });
    return customerMessage(ctx.actor, message.id);
  }),
  edit: customerProcedure.input(editMessageInput).mutation(async ({ ctx, input }) => {
    await rateLimit("customer-message", ctx.actor.contactId);
    return afterActing(ctx.actor, input.messageId, await editCustomerMessage(ctx.actor, input));
  }),
  react: customerProcedure.input(reactInput).mutation(async ({ ctx, input }) => {
    await rateLimit("customer-message", ctx.actor.contactId);
    return afterActing(ctx.actor, input.messageId, await setReaction(ctx.actor, input));
  }),
  retryDelivery: customerProcedure.input(retryDeliveryInput).mutation(async ({ ctx, input }) => {
    await rateLimit("customer-message", ctx.actor.contactId);
    return afterActing(ctx.actor, input.messageId, await retryDelivery(ctx.actor, input));
  }),
  callOperator: customerProcedure.mutation(async ({ ctx }) => {
    await rateLimit("customer-call", ctx.actor.contactId);
    return customerConversationView(await callOperator(ctx.actor));
  }),
  answerOffer: customerProcedure.input(answerOfferInput).mutation(async ({ ctx, input }) => {
    const conversation = await answerOffer(ctx.actor, input);
    return conversation && customerConversationView(conversation);
  }),
  markSatisfied: customerProcedure.mutation(async ({ ctx }) => {
    const conversation = await markSatisfied(ctx.actor);
    return conversation && customerConversationView(conversation);
  }),
  rate: customerProcedure
    .input(rateConversationInput)
    .mutation(async ({ ctx, input }) => customerConversationView(await rateConversation(ctx.actor, input))),
  markRead: customerProcedure.input(markReadInput).mutation(async ({ ctx, input }) => {
    const conversation = await markRead(ctx.actor, input);
    return conversation && customerConversationView(conversation);
  }),
  events: chatEvents,
});
