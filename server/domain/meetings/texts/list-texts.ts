import type { MeetingTextView } from "@/server/domain/meetings/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { builtInText } from "./built-in-text";
import { meetingFile, textFromFile } from "./meeting-file";
import { MEETING_TEXTS, type MeetingTextKey } from "./text-keys";

/** Every text of the meeting bot in the workspace's language, with what overrides it. Throws `forbidden` for managers. */
export async function listTexts(actor: MemberActor): Promise<MeetingTextView[]> {
  requirePermission(actor, "meetings.manage");
  const { locale } = await db.workspace.findUniqueOrThrow({
    where: { id: actor.workspaceId },
    select: { locale: true },
  });
  const rows = await db.meetingText.findMany({ where: { workspaceId: actor.workspaceId } });
  const own = new Map(rows.map(({ key, text }) => [key, text]));
  return (Object.keys(MEETING_TEXTS) as MeetingTextKey[]).map((key) => ({
    key,
    builtIn: builtInText(locale, key),
    fromFile: textFromFile(meetingFile(), key, locale),
    own: own.get(key) ?? null,
    placeholders: [...MEETING_TEXTS[key]],
  }));
}
