import { withQuotes } from "@/server/domain/messages/hub/hub-chat-messages";
import { hubChatRows } from "@/server/domain/messages/hub/list-hub-chats";
import type { HubMessageDetail } from "@/server/domain/messages/hub/page-schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** A message, how it was understood, and the leads it made. Throws `forbidden`, `not_found` (`message_unknown`). */
export async function hubMessageDetail(
  actor: MemberActor,
  { messageId }: { messageId: number },
): Promise<HubMessageDetail> {
  requirePermission(actor, "hub.view");
  const { workspaceId } = actor;
  const [found, [message]] = await Promise.all([
    db.hubMessage.findFirst({
      where: { id: messageId, workspaceId },
      include: { analysis: true, leads: { select: { id: true, name: true, status: true } } },
    }),
    withQuotes(workspaceId, [messageId]),
  ]);
  const [chat] = found ? await hubChatRows(workspaceId, [found.chatId]) : [];
  if (!found || !message || !chat)
    throw new AppError("not_found", "message_unknown", "There is no such message.");
  const { analysis } = found;
  return {
    message,
    chat,
    analysis: analysis && {
      intent: analysis.intent,
      confidence: analysis.confidence,
      sentiment: analysis.sentiment,
      entities: entityWords(analysis.entities),
      urgent: analysis.urgent,
      urgentWhy: analysis.urgentWhy,
      method: analysis.method,
      model: analysis.model,
      cost: analysis.costMicros === null ? null : Number(analysis.costMicros) / 1_000_000,
      machine:
        analysis.correctedAt === null
          ? null
          : {
              intent: analysis.machineIntent,
              sentiment: analysis.machineSentiment,
              urgent: analysis.machineUrgent,
            },
    },
    isWaiting: found.needsAnalysis && found.analysedAt === null,
    leads: found.leads,
  };
}

/** What was found in the words, by kind, as plain texts; whatever shape each kind has. */
function entityWords(entities: unknown): Record<string, string[]> {
  if (typeof entities !== "object" || entities === null) return {};
  return Object.fromEntries(
    Object.entries(entities).flatMap(([kind, found]) => {
      const words = (Array.isArray(found) ? found : [found]).map(wordsOf).filter(Boolean);
      return words.length > 0 ? [[kind, words]] : [];
    }),
  );
}

function wordsOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return "";
  // The database has its own order of keys: a number comes before what it counts.
  if ("value" in value) {
    const { value: number, ...rest } = value;
    return [wordsOf(number), wordsOf(rest)].filter(Boolean).join(" ");
  }
  return Object.values(value).map(wordsOf).filter(Boolean).join(" ");
}
