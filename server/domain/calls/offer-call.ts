import { createCall } from "@/server/domain/calls/create-call";
import type { CallTrouble, CallView, OfferCallInput } from "@/server/domain/calls/schema";
import { memberClientId } from "@/server/domain/conversations/member-client-id";
import { replyAsMember } from "@/server/domain/conversations/reply-as-member";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { localeFor, phrase } from "@/server/lib/phrases";

type Refusal = { ok: false; reason: "no_conversation" | "closed"; detail: null };

/**
 * Makes a meeting and sends the customer its link, as an answer of the member who leads from now on. The same `clientId`
 * twice is one meeting and one message. Throws as `createCall` and `replyAsMember` do.
 */
export async function offerCall(
  actor: MemberActor,
  input: OfferCallInput,
): Promise<{ ok: true; messageId: number } | CallTrouble | Refusal> {
  requirePermission(actor, "meetings.offer");
  requirePermission(actor, "conversations.serve");
  const { conversationId, clientId, seenSeq, ...wanted } = input;
  // Before anything is made at the service.
  const conversation = await db.conversation.findFirst({
    where: { id: conversationId, workspaceId: actor.workspaceId },
    include: { workspace: { select: { timeZone: true } } },
  });
  if (!conversation) return { ok: false, reason: "no_conversation", detail: null };
  const known = await db.message.findFirst({
    where: { conversationId, clientId: memberClientId(actor, clientId) },
    select: { id: true },
  });
  if (known) return { ok: true, messageId: known.id };
  if (conversation.state === "closed") return { ok: false, reason: "closed", detail: null };
  const created = await createCall(actor, { ...wanted, clientId });
  if (!created.ok) return created;
  const { workspace, language } = conversation;
  const text = invitation(created.meeting, {
    isNow: input.startsAt === null,
    language,
    timeZone: workspace.timeZone,
  });
  const replied = await replyAsMember(actor, { conversationId, clientId, text, seenSeq, fileIds: [] });
  if (replied.ok) return replied;
  return { ok: false, reason: replied.reason === "closed" ? "closed" : "no_conversation", detail: null };
}

/** What the customer reads, in their language, with the time in the company's zone. */
function invitation(
  { topic, startsAt, durationMinutes, joinUrl }: CallView,
  { isNow, language, timeZone }: { isNow: boolean; language: string; timeZone: string },
): string {
  const locale = localeFor(language);
  if (isNow) return phrase(locale, "Bot.callNow", { topic, url: joinUrl });
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  });
  const when = format.format(new Date(startsAt));
  return phrase(locale, "Bot.callLater", { topic, when, minutes: durationMinutes, url: joinUrl });
}
