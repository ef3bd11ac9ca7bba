import type { AttendanceName } from "@/server/domain/meetings/schema";

/** The parts of an attendance bar in their order, with their colours; each is named by its text beside it. */
export const ATTENDANCE_LOOKS: Record<AttendanceName | "unanswered", string> = {
  yes: "var(--chart-1)",
  maybe: "var(--chart-3)",
  no: "var(--chart-6)",
  trip: "var(--chart-5)",
  vacation: "var(--chart-2)",
  sick: "var(--chart-4)",
  unanswered: "color-mix(in oklab, var(--muted-foreground) 28%, transparent)",
};

/** The answers and, last, those who gave none, as bars and legends show them. */
export const ATTENDANCE_ORDER = ["yes", "maybe", "no", "trip", "vacation", "sick", "unanswered"] as const;
