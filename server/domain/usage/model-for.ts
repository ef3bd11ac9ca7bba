import type { AiMode, AiSettings, WorkspaceOrigin } from "@/prisma/generated/client";
import { createModelClient, type ModelCapabilities, type ModelClient } from "@/server/ai/create-model-client";
import { safeModelFetch } from "@/server/domain/usage/safe-model-fetch";
import { unseal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";

/** The model that serves a workspace, and whose key pays for it. */
export type WorkspaceModel = { client: ModelClient; keyMode: AiMode };

/** Enough for the longest answer with its quotes; the cost of a call of the server's key is known by it beforehand. */
const managedReplyTokens = 4000;
const mostKept = 200;

let managed: ModelClient | null | undefined;
const own = new Map<number, { changedAt: number; client: ModelClient }>();

/** The name of the model behind the server's key; null when the operator has configured none (a base URL or key is enough). */
export function managedModelName(): string | null {
  const configured = env.OPENAI_API_BASE !== undefined || env.OPENAI_API_KEY !== undefined;
  return configured ? (env.OPENAI_MODEL_NAME ?? "gpt-4o-mini") : null;
}

/** What a workspace configured of its model, with the time of the last change in milliseconds since 1970. */
export type ModelSettings = Pick<
  AiSettings,
  "mode" | "baseUrl" | "model" | "embeddingModel" | "apiKey" | "capabilities"
> & { changedAt: number; origin: WorkspaceOrigin };

/**
 * The model that answers a workspace's customers as it is configured this moment: its own, else the server's; null when
 * there is neither.
 */
export async function modelFor(workspaceId: number): Promise<WorkspaceModel | null> {
  const settings = await db.aiSettings.findUnique({
    where: { workspaceId },
    include: { workspace: { select: { origin: true } } },
  });
  return modelOf(
    workspaceId,
    settings && { ...settings, changedAt: settings.updatedAt.getTime(), origin: settings.workspace.origin },
  );
}

/** The same where the settings, null for none, were read just now with something else. */
export function modelOf(workspaceId: number, settings: ModelSettings | null): WorkspaceModel | null {
  if (settings?.mode !== "byok" || !settings.baseUrl || !settings.model) {
    const client = managedClient();
    return client && { client, keyMode: "managed" };
  }
  const { changedAt } = settings;
  const known = own.get(workspaceId);
  if (known?.changedAt === changedAt) return { client: known.client, keyMode: "byok" };
  const client = createModelClient({
    baseUrl: settings.baseUrl,
    model: settings.model,
    embeddingModel: settings.embeddingModel ?? undefined,
    apiKey: settings.apiKey ? unseal(settings.apiKey, `${workspaceId}:ai`) : "",
    capabilities: settings.capabilities as ModelCapabilities,
    fetch: safeModelFetch(settings.origin),
  });
  own.delete(workspaceId);
  own.set(workspaceId, { changedAt, client });
  const [oldest] = own.keys();
  if (own.size > mostKept && oldest !== undefined) own.delete(oldest);
  return { client, keyMode: "byok" };
}

function managedClient(): ModelClient | null {
  if (managed !== undefined) return managed;
  const model = managedModelName();
  managed = model
    ? createModelClient({
        baseUrl: env.OPENAI_API_BASE,
        apiKey: env.OPENAI_API_KEY ?? "",
        model,
        embeddingModel: env.OPENAI_EMBEDDING_MODEL,
        maxReplyTokens: managedReplyTokens,
      })
    : null;
  return managed;
}
