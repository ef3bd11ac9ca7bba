import type { ListOutcome, MeetingRefusal } from "@/server/domain/meetings/schema";

/** A file that cannot be read as a table, or is larger than we take. */
export type FileTrouble = "not_text" | "not_table" | "too_large";

const troubles: readonly string[] = ["not_text", "not_table", "too_large"] satisfies FileTrouble[];

/** Sends a CSV or XLSX file of people to invite. Throws when the server could not take it. */
export async function importInvitees(
  meetingId: number,
  file: File,
  permanent: boolean,
): Promise<({ ok: true } & ListOutcome) | MeetingRefusal | { ok: false; reason: FileTrouble }> {
  const query = new URLSearchParams(permanent ? { permanent: "true" } : {});
  const response = await fetch(`/api/imports/meetings/${meetingId}/invitees?${query}`, {
    method: "POST",
    headers: { "Content-Type": file.type || "application/octet-stream" },
    body: file,
  });
  if (response.ok) return response.json();
  const { error } = (await response.json().catch(() => ({}))) as { error?: { code?: string } };
  const code = error?.code ?? "";
  if (troubles.includes(code)) return { ok: false, reason: code as FileTrouble };
  throw new Error(`the import was refused: ${response.status}`);
}
