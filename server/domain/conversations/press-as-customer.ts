import { answerOffer } from "@/server/domain/conversations/answer-offer";
import { markSatisfied } from "@/server/domain/conversations/mark-satisfied";
import { rateConversation } from "@/server/domain/conversations/rate-conversation";
import { retryDelivery } from "@/server/domain/messages/retry-delivery";
import type { CustomerActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";
import { type Locale, phrase } from "@/server/lib/phrases";

/** What a customer can press under the messages of their conversation. Old buttons stay. */
const ours = /^(?:offer:(?:yes|no):\d{1,9}|rate:\d{1,9}:[1-5]|(?:satisfied|retry):\d{1,9})$/;

/**
 * Carries out a pressed button of a conversation's messages, on whatever channel. `mine` is false for data that no such
 * button has; `answer` is what the customer is told at once, where there is something to tell.
 */
export async function pressAsCustomer(
  actor: CustomerActor,
  data: string,
  locale: Locale,
): Promise<{ mine: boolean; answer?: string }> {
  if (!ours.test(data)) return { mine: false };
  const [act, first = "", second = ""] = data.split(":");
  try {
    if (act === "offer")
      await answerOffer(actor, { accept: first === "yes", conversationId: Number(second) });
    else if (act === "satisfied") await markSatisfied(actor);
    else if (act === "retry") {
      const retried = await retryDelivery(actor, { messageId: Number(first) });
      return { mine: true, answer: phrase(locale, retried.ok ? "Bot.retrying" : "Bot.retryNeedless") };
    } else {
      await rateConversation(actor, { conversationId: Number(first), rating: Number(second) });
      return { mine: true, answer: phrase(locale, "Bot.thanksForRating") };
    }
    return { mine: true };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { mine: true, answer: error.message };
  }
}
