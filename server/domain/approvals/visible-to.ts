import type { Prisma } from "@/prisma/generated/client";
import { proposerOf } from "@/server/domain/approvals/proposer-of";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** Which proposals a reader sees: who may decide all of the workspace's, a key that only proposes its own. Throws `forbidden`. */
export async function visibleTo(actor: ApiKeyActor | MemberActor): Promise<Prisma.ApprovalWhereInput> {
  const { workspaceId } = actor;
  if (actor.kind === "member") requirePermission(actor, "approvals.view");
  else if (!actor.scopes.includes("approvals:decide"))
    return { workspaceId, source: (await proposerOf(db, actor)).source };
  return { workspaceId };
}
