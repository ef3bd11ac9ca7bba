import { z } from "zod";
import type { MeetingPerson } from "@/prisma/generated/client";
import type { Reach } from "@/server/domain/meetings/schema";
import { db, type Tx } from "@/server/lib/db";
import { providerFor } from "@/server/providers/registry";

/** A person's private chat with a bot. */
export type BotChat = { chatId: number; resourceId: number };
type Addresses = Pick<MeetingPerson, "id" | "contactId" | "email">;

/** The settings of an account that may ask about meetings, whatever channel it is of. */
const servesMeetings = z.object({ serves: z.enum(["meetings", "both"]) });

/** The workspace's accounts that ask about meetings. */
export async function meetingBots(tx: Tx, workspaceId: number): Promise<{ id: number; name: string }[]> {
  const resources = await tx.resource.findMany({
    where: { workspaceId, state: { in: ["active", "error"] } },
    orderBy: { id: "asc" },
  });
  return resources
    .filter(({ provider, settings }) => {
      const { data } = providerFor(provider).settingsSchema.safeParse(settings);
      return servesMeetings.safeParse(data).success;
    })
    .map(({ id, name }) => ({ id, name }));
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
