import writeXlsxFile from "write-excel-file/node";
import { csvLine } from "@/server/domain/audit/csv-line";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { attendanceLabel } from "@/server/domain/meetings/attendance-buttons";
import { dayOf } from "@/server/domain/meetings/meeting-clock";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { type Locale, localeFor, phrase } from "@/server/lib/phrases";

export type InviteeFile = { fileName: string; contentType: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * A meeting's invitees with their answers as CSV (UTF-8 with its mark) or XLSX, in the workspace's language; our import
 * reads it back. Audited. Throws `forbidden`, `not_found`.
 */
export async function exportInvitees(
  actor: MemberActor,
  { meetingId, format }: { meetingId: number; format: "csv" | "xlsx" },
): Promise<InviteeFile> {
  requirePermission(actor, "meetings.view");
  const { workspaceId } = actor;
  const meeting = await db.meeting.findFirst({
    where: { id: meetingId, workspaceId },
    include: { workspace: { select: { locale: true } } },
  });
  if (!meeting) throw new AppError("not_found", "meeting", "There is no such meeting.");
  const target = { id: meetingId, name: meeting.topic };
  await transaction((tx) => recordAudit(tx, actor, { action: "meeting.exported", target }));
  const rows = await rowsOf(meetingId, meeting.timeZone, localeFor(meeting.workspace.locale));
  const fileName = `invitees-${dayOf(meeting).toISOString().slice(0, 10)}-${meetingId}.${format}`;
  if (format === "csv") {
    const text = `\u{feff}${rows.map(csvLine).join("")}`;
    return { fileName, contentType: "text/csv; charset=utf-8", bytes: new TextEncoder().encode(text) };
  }
  const [head = [], ...body] = rows;
  // Cells of the type text: nothing in them is taken for a formula.
  const cells = (row: string[], isHead: boolean) =>
    row.map((value) => ({ value, type: String, ...(isHead && { fontWeight: "bold" as const }) }));
  const data = [cells(head, true), ...body.map((row) => cells(row, false))];
  const buffer = await writeXlsxFile([{ sheet: "Invitees", data }]).toBuffer();
  return {
    fileName,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: new Uint8Array(buffer),
  };
}

async function rowsOf(meetingId: number, timeZone: string, locale: Locale): Promise<string[][]> {
  const invitees = await db.invitee.findMany({
    where: { meetingId },
    orderBy: [{ person: { fullName: "asc" } }, { id: "asc" }],
    include: { person: true },
  });
  const at = new Intl.DateTimeFormat(locale === "ru" ? "ru-RU" : "en-GB", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const head = (["name", "email", "phone", "answer", "comment", "answeredAt"] as const).map((column) =>
    phrase(locale, `Bot.invitees_${column}`),
  );
  return [
    head,
    ...invitees.map(({ person, attendance, comment, answeredAt }) => [
      person.fullName,
      person.email ?? "",
      person.phone ?? "",
      // Without the picture that stands before the words on its button.
      attendance ? attendanceLabel(locale, attendance).replace(/^\P{L}+/u, "") : "",
      comment,
      answeredAt ? at.format(answeredAt) : "",
    ]),
  ];
}
