import type { AiSettings, Prisma, WorkspaceOrigin } from "@/prisma/generated/client";
import { createModelClient } from "@/server/ai/create-model-client";
import { type ModelProbe, probeModel } from "@/server/ai/probe-model";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { resolveAlerts } from "@/server/domain/notifications/resolve-alerts";
import { aiSettingsView } from "@/server/domain/usage/queries";
import { safeModelFetch } from "@/server/domain/usage/safe-model-fetch";
import {
  AI_PROBLEMS,
  type AiSettingsView,
  type SaveAiSettingsResult,
  saveAiSettingsInput,
} from "@/server/domain/usage/schema";
import { suggestModels } from "@/server/domain/usage/suggest-models";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { enqueue } from "@/server/jobs/enqueue";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { seal, unseal } from "@/server/lib/crypto";
import { db, type Tx, transaction } from "@/server/lib/db";

/** A person waits for the probe. */
const probeTimeoutMs = 15_000;

/**
 * Chooses the model that answers the workspace's customers, from the very next answer on. An own endpoint is tried live
 * first and kept only when it works; what is wrong comes back. Throws `forbidden`.
 */
export async function saveAiSettings(actor: MemberActor, input: unknown): Promise<SaveAiSettingsResult> {
  requirePermission(actor, "ai.configure");
  const parsed = saveAiSettingsInput.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      field: path.join("."),
      problem: AI_PROBLEMS.find((known) => known === message) ?? ("required" as const),
    }));
    return { ok: false, reason: "bad_input", problems };
  }
  const wanted = parsed.data;
  if (wanted.mode === "managed") return told(await keep(actor, { mode: "managed" }), []);

  const { workspaceId } = actor;
  const { origin, aiSettings: before } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { origin: true, aiSettings: true },
  });
  const { baseUrl, model, embeddingModel } = wanted;
  if (wanted.apiKey === undefined && before?.apiKey && !sameHost(before.baseUrl, baseUrl))
    return { ok: false, reason: "key_needed" };
  const key = wanted.apiKey ?? (before?.apiKey ? unseal(before.apiKey, `${workspaceId}:ai`) : "");
  const probe = await tryEndpoint(origin, { baseUrl, model, embeddingModel, apiKey: key });
  const failure = probe.ok ? probe.embeddingFailure : probe.failure;
  if (!probe.ok || failure) {
    const what = probe.ok ? "embedding" : "model";
    return {
      ok: false,
      reason: "probe_failed",
      what,
      kind: failure?.kind ?? "bad_answer",
      detail: failure?.detail ?? "",
      suggestions: suggestModels(what === "embedding" ? embeddingModel : model, probe.models),
    };
  }
  const kept = await keep(actor, {
    mode: "byok",
    baseUrl,
    model,
    embeddingModel: embeddingModel || null,
    // Sealed anew only when it was typed: what two people save at once stays one or the other's whole.
    ...(wanted.apiKey !== undefined && {
      apiKey: key ? seal(key, `${workspaceId}:ai`) : null,
      keyLast4: key ? key.slice(-4) : null,
    }),
    capabilities: probe.capabilities,
    probedAt: clock.now(),
  });
  if (kept) await resolveAlerts(workspaceId, ["model_failed", "embedding_failed"]);
  return told(kept, probe.warnings);
}

type Warnings = Extract<SaveAiSettingsResult, { ok: true }>["warnings"];

function told(view: AiSettingsView | null, warnings: Warnings): SaveAiSettingsResult {
  return view ? { ok: true, view, warnings } : { ok: false, reason: "key_needed" };
}

function tryEndpoint(
  origin: WorkspaceOrigin,
  config: { baseUrl: string; model: string; embeddingModel: string; apiKey: string },
): Promise<ModelProbe> {
  return probeModel(
    createModelClient({ ...config, timeoutMs: probeTimeoutMs, fetch: safeModelFetch(origin) }),
  );
}

/** Null where the key that was kept while the endpoint was tried is another host's: it must not follow the address. */
async function keep(
  actor: MemberActor,
  data: Prisma.AiSettingsUncheckedUpdateInput & { baseUrl?: string },
): Promise<AiSettingsView | null> {
  const { workspaceId } = actor;
  const settings = await transaction(async (tx) => {
    await tx.aiSettings.createMany({ data: [{ workspaceId }], skipDuplicates: true });
    await tx.$queryRaw`select 1 from ai_settings where workspace_id = ${workspaceId} for update`;
    const before = await tx.aiSettings.findUniqueOrThrow({ where: { workspaceId } });
    const keepsKey = data.apiKey === undefined && before.apiKey !== null;
    if (data.baseUrl && keepsKey && !sameHost(before.baseUrl, data.baseUrl)) return null;
    const after = await tx.aiSettings.update({ where: { workspaceId }, data });
    if (embeddedBy(before) !== embeddedBy(after)) await embedAnew(tx, workspaceId);
    await recordAudit(tx, actor, {
      action: "ai.changed",
      details:
        after.mode === "byok"
          ? { mode: "byok", baseUrl: after.baseUrl, model: after.model, embeddingModel: after.embeddingModel }
          : { mode: "managed" },
    });
    return after;
  });
  return settings && aiSettingsView(actor, settings);
}

/** Two endpoints may call different models the same. */
function embeddedBy({ mode, baseUrl, embeddingModel }: AiSettings): string {
  return mode === "byok" ? `${baseUrl} ${embeddingModel}` : "managed";
}

async function embedAnew(tx: Tx, workspaceId: number): Promise<void> {
  await tx.passage.updateMany({ where: { workspaceId }, data: { embedding: null, embeddingModel: null } });
  await enqueue(tx, "embed-passages", {}, { jobKey: "embed-passages" });
}

function sameHost(before: string | null, now: string): boolean {
  return before !== null && new URL(before).origin === new URL(now).origin;
}
