import { z } from "zod";
import type { Chat, Resource } from "@/prisma/generated/client";
import { findResource } from "@/server/domain/resources/find-resource";
import type { CollectedChatView, ResourceInput } from "@/server/domain/resources/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

const shownAtMost = 200;

const settingsSchema = z.object({
  managerGroupIds: z.array(z.string()).default([]),
  collectsGroups: z.boolean().default(true),
});
const accountSchema = z.object({ readsAll: z.boolean().optional() }).catch({});

/** The ordinary groups and channels that a resource's account is or was in, and what keeps it from reading them. Throws `forbidden`, `not_found`. */
export async function collectedChats(
  actor: MemberActor,
  { resourceId }: ResourceInput,
): Promise<{ collects: boolean; chats: CollectedChatView[] }> {
  requirePermission(actor, "resources.view");
  const resource = await findResource(actor, resourceId);
  const chats = await ordinaryChats(resource);
  const counts = await db.chatMember.groupBy({
    by: ["chatId"],
    where: { chatId: { in: chats.map(({ id }) => id) }, leftAt: null },
    _count: true,
  });
  const members = new Map(counts.map(({ chatId, _count }) => [chatId, _count]));
  return {
    collects: settingsSchema.parse(resource.settings).collectsGroups,
    chats: chats.map((chat) => ({
      id: chat.id,
      title: chat.title ?? chat.externalId,
      type: chat.type as CollectedChatView["type"],
      members: members.get(chat.id) ?? 0,
      lastMessageAt: chat.lastMessageAt?.toISOString() ?? null,
      ignored: chat.ignoredAt !== null,
      obstacle: obstacleOf(resource, chat),
    })),
  };
}

/** The warning of a resource whose account is kept from reading groups that it should read; null when there are none. */
export async function collectWarning(resource: Resource): Promise<{ code: string; detail: string } | null> {
  if (resource.provider !== "telegram" || !settingsSchema.parse(resource.settings).collectsGroups)
    return null;
  const hidden = (await ordinaryChats(resource)).filter(
    (chat) => chat.ignoredAt === null && obstacleOf(resource, chat) === "privacy_mode",
  );
  if (hidden.length === 0) return null;
  return {
    code: "privacy_mode",
    detail: hidden.map(({ title, externalId }) => title ?? externalId).join("\n"),
  };
}

function ordinaryChats(resource: Resource): Promise<Chat[]> {
  const { managerGroupIds } = settingsSchema.parse(resource.settings);
  return db.chat.findMany({
    where: { resourceId: resource.id, type: { not: "private" }, externalId: { notIn: managerGroupIds } },
    orderBy: [{ lastMessageAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take: shownAtMost,
  });
}

/** Administrators read everything; members in privacy mode only commands, and replies to them. */
function obstacleOf({ account }: Resource, chat: Chat): CollectedChatView["obstacle"] {
  if (chat.botLeftAt) return "left";
  if (chat.type === "channel" || chat.botStatus === "administrator") return null;
  // Never asked yet, or not known: no false alarm.
  if (accountSchema.parse(account).readsAll === false) return "privacy_mode";
  return chat.botStatus === null ? null : "not_admin";
}
