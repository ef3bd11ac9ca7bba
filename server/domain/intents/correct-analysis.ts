import { recordAudit } from "@/server/domain/audit/record-audit";
import type { CorrectAnalysisInput } from "@/server/domain/intents/schema";
import { makeLeadByRule } from "@/server/domain/leads/make-lead-by-rule";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * A person says what a message is; that stays whatever machines say later, whose word is kept beside it. The same said
 * twice changes nothing. An intent that makes leads makes one now, too. Throws `forbidden`, `not_found`.
 */
export async function correctAnalysis(
  actor: MemberActor,
  input: CorrectAnalysisInput,
): Promise<{ changed: boolean }> {
  requirePermission(actor, "hub.correct");
  const { workspaceId } = actor;
  const { hubMessageId } = input;
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from hub_messages where id = ${hubMessageId} and workspace_id = ${workspaceId} for update`;
    const message = await tx.hubMessage.findFirst({
      where: { id: hubMessageId, workspaceId, deletedAt: null },
      select: { analysis: true, chat: { select: { title: true } } },
    });
    if (!message) throw new AppError("not_found", "message", "There is no such message.");
    const before = message.analysis;
    const after = {
      intent: input.intent ?? before?.intent ?? "other",
      sentiment: input.sentiment ?? before?.sentiment ?? "neutral",
      urgent: input.urgent ?? before?.urgent ?? false,
    };
    const same =
      before?.correctedAt &&
      before.intent === after.intent &&
      before.sentiment === after.sentiment &&
      before.urgent === after.urgent;
    if (same) return { changed: false };
    const said = {
      ...after,
      confidence: 1,
      urgentWhy: after.urgent ? (before?.urgentWhy ?? null) : null,
      method: "person" as const,
      correctedByUserId: actor.userId,
      correctedAt: clock.now(),
    };
    const machine =
      before && !before.correctedAt
        ? { machineIntent: before.intent, machineSentiment: before.sentiment, machineUrgent: before.urgent }
        : {};
    await tx.messageAnalysis.upsert({
      where: { hubMessageId },
      create: { hubMessageId, workspaceId, ...said },
      update: { ...said, ...machine },
    });
    await tx.hubMessage.update({
      where: { id: hubMessageId },
      data: { ...after, intentConfidence: 1, analysedAt: clock.now(), needsAnalysis: false },
    });
    if (before?.intent !== after.intent)
      await makeLeadByRule(tx, { workspaceId, hubMessageId, intent: after.intent });
    await recordAudit(tx, actor, {
      action: "hub.analysis_corrected",
      target: { id: hubMessageId, name: message.chat.title ?? "" },
      details: { from: before?.intent ?? null, to: after.intent, urgent: after.urgent },
    });
    await tellHub(tx, workspaceId);
    return { changed: true };
  });
}
