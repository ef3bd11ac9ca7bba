import { z } from "zod";
import type { Chat } from "@/prisma/generated/client";
import { displayName } from "@/server/domain/conversations/topic-lines";
import type { Tx } from "@/server/lib/db";

const adminsSchema = z.object({ adminIds: z.array(z.string()).default([]) }).catch({ adminIds: [] });

/** An admin or director of the workspace on a channel; without chats the bot cannot write to them. */
export type ReachableAdmin = {
  provider: string;
  externalId: string;
  username: string | null;
  name: string;
  chats: Chat[];
};

/** Who is told when nobody answers: contacts with the role admin or director, and the admins of the configuration. */
export async function adminsOf(tx: Tx, workspaceId: number): Promise<ReachableAdmin[]> {
  const resources = await tx.resource.findMany({
    where: { workspaceId },
    select: { provider: true, settings: true },
  });
  const configured = resources.flatMap(({ provider, settings }) =>
    adminsSchema.parse(settings).adminIds.map((externalId) => ({ provider, externalId })),
  );
  const contacts = await tx.contact.findMany({
    where: {
      workspaceId,
      isBot: false,
      OR: [{ role: { in: ["admin", "director"] }, roleWithoutRights: false }, ...configured],
    },
    orderBy: { id: "asc" },
    include: { chats: { where: { type: "private", resource: { state: { not: "paused" } } } } },
  });
  const known = new Set(contacts.map(({ externalId }) => externalId));
  const strangers = new Map(
    configured
      .filter(({ externalId }) => !known.has(externalId))
      .map((one) => [one.externalId, one.provider]),
  );
  return [
    ...contacts.map(({ chats, blockedAt, ...contact }) => ({
      provider: contact.provider,
      externalId: contact.externalId,
      username: contact.username,
      name: displayName(contact),
      chats: blockedAt ? [] : chats,
    })),
    ...Array.from(strangers, ([externalId, provider]) => ({
      provider,
      externalId,
      username: null,
      name: externalId,
      chats: [],
    })),
  ];
}
