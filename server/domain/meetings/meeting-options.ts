import { callsAccount } from "@/server/domain/calls/calls-account";
import { meetingBots } from "@/server/domain/meetings/find-reach";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import { db } from "@/server/lib/db";

/** What a form for meetings offers: the bots that ask, whether an account makes links, the workspace's time zone. Throws `forbidden`. */
export async function meetingOptions(
  actor: MeetingActor,
): Promise<{ bots: { id: number; name: string }[]; makesLinks: boolean; timeZone: string }> {
  await requireMeetingRight(actor, "meetings.view");
  const { workspaceId } = actor;
  const [bots, account, { timeZone }] = await Promise.all([
    meetingBots(db, workspaceId),
    callsAccount(workspaceId),
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { timeZone: true } }),
  ]);
  return { bots, makesLinks: account !== null, timeZone };
}
