import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** The member has seen the notices there are now; theirs alone, and never set back. */
export async function markNoticesRead({ workspaceId, userId }: MemberActor): Promise<void> {
  const now = clock.now();
  await db.member.updateMany({
    where: { workspaceId, userId, OR: [{ noticesReadAt: null }, { noticesReadAt: { lt: now } }] },
    data: { noticesReadAt: now },
  });
}
