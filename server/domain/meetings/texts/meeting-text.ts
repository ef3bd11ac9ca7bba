import { db } from "@/server/lib/db";
import { builtInText } from "./built-in-text";
import { fillText } from "./fill-text";
import { meetingFile, textFromFile } from "./meeting-file";
import type { MeetingTextKey, MeetingTextValues } from "./text-keys";

/** A text of the meeting bot, filled in: the workspace's own, else that of config/meeting.json, else ours. */
export async function meetingText(
  workspace: { id: number; locale: string },
  key: MeetingTextKey,
  values: MeetingTextValues = {},
): Promise<string> {
  const own = await db.meetingText.findUnique({
    where: { workspaceId_key: { workspaceId: workspace.id, key } },
    select: { text: true },
  });
  const text =
    own?.text || textFromFile(meetingFile(), key, workspace.locale) || builtInText(workspace.locale, key);
  return fillText(text, values);
}
