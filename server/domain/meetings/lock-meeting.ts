import type { Meeting } from "@/prisma/generated/client";
import { sql, type Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * A workspace's meeting, held until the transaction ends: `change` alone, `answer` together with others who answer or
 * add people but with nobody who changes it. Lock it before its invitees. Throws `not_found`.
 */
export async function lockMeeting(
  tx: Tx,
  workspaceId: number,
  meetingId: number,
  purpose: "change" | "answer",
): Promise<Meeting> {
  const strength = purpose === "change" ? sql`for no key update` : sql`for share`;
  await tx.$queryRaw`
    select 1 from meetings where id = ${meetingId} and workspace_id = ${workspaceId} ${strength}`;
  const meeting = await tx.meeting.findFirst({ where: { id: meetingId, workspaceId } });
  if (!meeting) throw new AppError("not_found", "meeting", "There is no such meeting.");
  return meeting;
}
