import { editSummary } from "@/server/domain/meetings/dialogues/edit-summary";
import { listSummaries, type SummaryInChat } from "@/server/domain/meetings/dialogues/list-summaries";
import { AppError } from "@/server/lib/errors";
import { inviteeList, readListView } from "./invitee-menu";
import { meetingMenu } from "./meeting-menu";
import type { Screen } from "./turn";

/** Edits the messages in which organisers were last shown a meeting's answers, where they have changed since. */
export async function refreshSummaries({ meetingId }: { meetingId: number }): Promise<void> {
  for (const summary of await listSummaries(meetingId, "kchat")) {
    const now = await screenOf(meetingId, summary);
    const { text } = now?.summary ?? {};
    if (text === summary.shown) continue;
    const message = now && { text: text ?? now.text, buttons: now.buttons };
    await editSummary(summary.deliveryKey, message && text !== undefined ? { text, message } : null);
  }
}

/** The same screen as it would be now; null for one that this organiser may not see any more. */
async function screenOf(meetingId: number, { view, ...viewer }: SummaryInChat): Promise<Screen | null> {
  const list = readListView(view);
  try {
    return await (list
      ? inviteeList(viewer, meetingId, list.letter, list.page)
      : meetingMenu(viewer, meetingId));
  } catch (error) {
    if (error instanceof AppError && (error.code === "forbidden" || error.code === "not_found")) return null;
    throw error;
  }
}
