import { requireScope } from "@/server/domain/api-keys/require-scope";
import type { BotState } from "@/server/domain/workspaces/bot-schema";
import { may } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** Whether the workspace's bot works, and how each of its resources does. Throws `forbidden` (`scope`). */
export async function botState(actor: MemberActor | ApiKeyActor): Promise<BotState> {
  // Who may control it sees what comes of that.
  if (actor.kind === "api-key" && !actor.scopes.includes("bot:control")) requireScope(actor, "bot:read");
  const { botStoppedAt, resources } = await db.workspace.findUniqueOrThrow({
    where: { id: actor.workspaceId },
    select: {
      botStoppedAt: true,
      resources: {
        select: {
          id: true,
          provider: true,
          name: true,
          state: true,
          errorCode: true,
          errorDetail: true,
        },
        orderBy: { id: "asc" },
      },
    },
  });
  return {
    state: botStoppedAt ? "stopped" : "running",
    since: botStoppedAt?.toISOString() ?? null,
    resources: resources.map(({ errorCode, errorDetail, ...resource }) => ({
      ...resource,
      error: errorCode ? { code: errorCode, detail: errorDetail } : null,
    })),
    mayControl: actor.kind === "api-key" ? actor.scopes.includes("bot:control") : may(actor, "bot.control"),
  };
}
