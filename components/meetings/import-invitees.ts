import type { ListOutcome, MeetingRefusal } from "@/server/domain/meetings/schema";

/** Why a file cannot be read, or is larger than we take. */
const troubles = ["not_text", "quotes", "too_many_lines", "too_large"] as const;
export type FileTrouble = (typeof troubles)[number];

/** Sends a CSV or XLSX file of people to invite. Throws when the server could not take it. */
export async function importInvitees(
  meetingId: number,
  file: File,
  permanent: boolean,
): Promise<({ ok: true } & ListOutcome) | MeetingRefusal | { ok: false; reason: FileTrouble }> {
  const query = new URLSearchParams({
    meetingId: String(meetingId),
    ...(permanent && { permanent: "true" }),
  });
  const response = await fetch(`/api/imports/invitees?${query}`, {
    method: "POST",
    headers: { "Content-Type": file.type || "application/octet-stream" },
    body: file,
  });
  if (response.ok) return response.json();
  const { error } = (await response.json().catch(() => ({}))) as { error?: { code?: string } };
  const trouble = troubles.find((one) => one === error?.code);
  if (trouble) return { ok: false, reason: trouble };
  throw new Error(`the import was refused: ${response.status}`);
}
