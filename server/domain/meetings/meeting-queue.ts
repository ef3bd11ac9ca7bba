import type { Meeting } from "@/prisma/generated/client";
import { TURN_PREFIX } from "@/server/domain/meetings/dialogues/turn-key";
import type { MeetingView } from "@/server/domain/meetings/schema";
import { db } from "@/server/lib/db";
import { providerFor } from "@/server/providers/registry";

/** How the keys of all meetings' deliveries begin. */
export const MEETING_PREFIX = "meeting:";

/** How the keys of a meeting's deliveries begin. */
export function deliveryPrefix(meetingId: number): string {
  return `${MEETING_PREFIX}${meetingId}:`;
}

/**
 * The messages of a meeting that wait for its bot, its replies to the invitees too, and for how many seconds at the pace
 * that its channel keeps: whatever else the bot has to send before the last of them counts too.
 */
export async function meetingQueue({
  id,
  workspaceId,
  resourceId,
}: Pick<Meeting, "id" | "workspaceId" | "resourceId">): Promise<MeetingView["queue"]> {
  if (resourceId === null) return { waiting: 0, seconds: 0 };
  const pending = { workspaceId, resourceId, state: "pending" } as const;
  const invited = {
    type: "private",
    contact: { meetingPerson: { invited: { some: { meetingId: id } } } },
  } as const;
  const own = await db.delivery.aggregate({
    where: {
      ...pending,
      OR: [
        { dedupeKey: { startsWith: deliveryPrefix(id) } },
        { dedupeKey: { startsWith: TURN_PREFIX }, chat: invited },
      ],
    },
    _count: { _all: true },
    _max: { id: true },
  });
  const last = own._max.id;
  if (last === null) return { waiting: 0, seconds: 0 };
  const ahead = await db.delivery.count({ where: { ...pending, id: { lte: last } } });
  const { provider } = await db.resource.findUniqueOrThrow({ where: { id: resourceId } });
  const pace = providerFor(provider).channel?.pace;
  return { waiting: own._count._all, seconds: pace ? Math.ceil((ahead * 60) / pace.perMinute) : 0 };
}
