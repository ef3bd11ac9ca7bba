import type { ResourceWorld } from "@/prisma/generated/client";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import type { AnyProvider } from "@/server/providers/registry";

/**
 * The outside worlds that a member may connect an account of, the likeliest first. The simulator's is offered while the
 * demo is on, to whom the demo is open.
 */
export async function offeredWorlds(actor: MemberActor, provider: AnyProvider): Promise<ResourceWorld[]> {
  if (!actor.mayUseDemo || !provider.apiRoots.simulator) return ["service"];
  const { origin } = await db.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
  return origin === "demo" ? ["simulator", "service"] : ["service", "simulator"];
}
