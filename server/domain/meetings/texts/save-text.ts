import { recordAudit } from "@/server/domain/audit/record-audit";
import type { SaveTextInput } from "@/server/domain/meetings/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { unknownPlaceholders } from "./meeting-file";
import { isMeetingText, MEETING_TEXTS } from "./text-keys";

/** `unknown`: the placeholders that stand for nothing in this text, without braces; `known`: those that do. */
export type SaveTextResult =
  | { ok: true }
  | { ok: false; reason: "unknown_text" }
  | { ok: false; reason: "unknown_placeholder"; unknown: string[]; known: string[] };

/**
 * Keeps the workspace's own text of the meeting bot; an empty one goes back to the file's or ours. Throws `forbidden`
 * for managers.
 */
export async function saveText(actor: MemberActor, { key, text }: SaveTextInput): Promise<SaveTextResult> {
  requirePermission(actor, "meetings.manage");
  if (!isMeetingText(key)) return { ok: false, reason: "unknown_text" };
  const unknown = unknownPlaceholders(key, text);
  if (unknown.length > 0)
    return { ok: false, reason: "unknown_placeholder", unknown, known: [...MEETING_TEXTS[key]] };
  const { workspaceId } = actor;
  const wanted = text.trim();
  return transaction(async (tx) => {
    const where = { workspaceId_key: { workspaceId, key } };
    // Two at once take turns, so that the same text twice is one change.
    await tx.$queryRaw`select 1 from workspaces where id = ${workspaceId} for no key update`;
    const before = await tx.meetingText.findUnique({ where });
    if ((before?.text ?? "") === wanted) return { ok: true };
    if (wanted)
      await tx.meetingText.upsert({
        where,
        create: { workspaceId, key, text: wanted },
        update: { text: wanted },
      });
    else await tx.meetingText.deleteMany({ where: { workspaceId, key } });
    await recordAudit(tx, actor, { action: "meeting.text_changed", target: { name: key } });
    return { ok: true };
  });
}
