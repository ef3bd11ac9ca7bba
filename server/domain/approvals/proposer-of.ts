import { ENVIRONMENT_PREFIX } from "@/server/domain/api-keys/environment-key";
import { requireScope } from "@/server/domain/api-keys/require-scope";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";

/** Whose a proposal is, for policies and for people. Throws `forbidden` for those who may not propose. */
export async function proposerOf(
  tx: Tx,
  actor: ApiKeyActor | MemberActor,
): Promise<{ source: string; sourceName: string }> {
  if (actor.kind === "member") {
    requirePermission(actor, "approvals.propose");
    const { name } = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { name: true },
    });
    return { source: `member:${actor.userId}`, sourceName: name };
  }
  requireScope(actor, "approvals:propose");
  const { name, prefix } = await tx.apiKey.findUniqueOrThrow({
    where: { id: actor.apiKeyId },
    select: { name: true, prefix: true },
  });
  const source = prefix === ENVIRONMENT_PREFIX ? "environment-key" : `api-key:${actor.apiKeyId}`;
  return { source, sourceName: name };
}
