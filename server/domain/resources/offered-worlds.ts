import type { ResourceWorld } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import type { AnyProvider } from "@/server/providers/registry";

/** The outside worlds that a workspace may connect an account of: the simulator's is the demo's alone. */
export async function offeredWorlds(workspaceId: number, provider: AnyProvider): Promise<ResourceWorld[]> {
  if (!env.DEMO || !provider.apiRoots.simulator) return ["service"];
  const { origin } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  return origin === "demo" ? ["simulator", "service"] : ["service"];
}
