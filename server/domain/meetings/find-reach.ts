import type { MeetingPerson } from "@/prisma/generated/client";
import type { Reach } from "@/server/domain/meetings/schema";
import { db, type Tx } from "@/server/lib/db";

/** A person's private chat with a bot. */
export type BotChat = { chatId: number; resourceId: number };
type Addresses = Pick<MeetingPerson, "id" | "contactId" | "email">;

/** The workspace's accounts that ask about meetings, whatever channel they are of. */
export function meetingBots(tx: Tx, workspaceId: number): Promise<{ id: number; name: string }[]> {
  return tx.resource.findMany({
    where: {
      workspaceId,
      state: { in: ["active", "error"] },
      OR: ["meetings", "both"].map((serves) => ({ settings: { path: ["serves"], equals: serves } })),
    },
    orderBy: { id: "asc" },
    select: { id: true, name: true },
  });
}

/**
 * The private chats in which a bot may write to these people, by person: of the bot asked for, else of any that asks
 * about meetings. Who never wrote to it, or refuses its messages, has none.
 */
export async function findBotChats(
  tx: Tx,
  workspaceId: number,
  people: Addresses[],
  resourceId?: number | null,
): Promise<Map<number, BotChat>> {
  const byContact = new Map(people.flatMap(({ id, contactId }) => (contactId ? [[contactId, id]] : [])));
  if (byContact.size === 0 || resourceId === null) return new Map();
  const resourceIds =
    resourceId === undefined ? (await meetingBots(tx, workspaceId)).map(({ id }) => id) : [resourceId];
  const chats = await tx.chat.findMany({
    where: {
      workspaceId,
      resourceId: { in: resourceIds },
      type: "private",
      contactId: { in: [...byContact.keys()] },
      contact: { blockedAt: null },
    },
    orderBy: { id: "desc" },
    select: { id: true, resourceId: true, contactId: true },
  });
  return new Map(
    chats.flatMap(({ id, resourceId: its, contactId }) => {
      const personId = contactId === null ? undefined : byContact.get(contactId);
      return personId === undefined ? [] : [[personId, { chatId: id, resourceId: its }] as const];
    }),
  );
}

/** How each of these people is reached, by person. */
export async function findReach(
  workspaceId: number,
  people: Addresses[],
  resourceId?: number | null,
): Promise<Map<number, Reach>> {
  const chats = await findBotChats(db, workspaceId, people, resourceId);
  return new Map(people.map(({ id, email }) => [id, chats.has(id) ? "bot" : email ? "mail" : "none"]));
}
