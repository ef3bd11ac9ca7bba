import { ATTENDANCES, type AttendanceName } from "@/server/domain/meetings/schema";
import { type Locale, phrase } from "@/server/lib/phrases";
import type { OutgoingButton } from "@/server/providers/provider";

const rows: AttendanceName[][] = [
  ["yes", "no", "maybe"],
  ["sick", "trip", "vacation"],
];
const pressed = new RegExp(`^att:(\\d{1,10}):(${ATTENDANCES.join("|")})$`);

/** An answer in the words that people read on its button. */
export function attendanceLabel(locale: Locale, attendance: AttendanceName): string {
  return phrase(locale, `Bot.attendance_${attendance}`);
}

/** The buttons by which an invitee answers; pressed, they come back as `att:<inviteeId>:<attendance>`. */
export function attendanceButtons(locale: Locale, inviteeId: number): OutgoingButton[][] {
  return rows.map((row) =>
    row.map((attendance) => ({
      label: attendanceLabel(locale, attendance),
      data: `att:${inviteeId}:${attendance}`,
    })),
  );
}

/** What a pressed button of these says; null for any other. */
export function readAttendancePress(data: string): { inviteeId: number; attendance: AttendanceName } | null {
  const [, inviteeId, name] = pressed.exec(data) ?? [];
  const attendance = ATTENDANCES.find((one) => one === name);
  return inviteeId && attendance ? { inviteeId: Number(inviteeId), attendance } : null;
}
