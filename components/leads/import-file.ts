import type { LeadImportResult, LeadMapping } from "@/server/domain/leads/import/schema";

/** Sends a file to be looked at or, with an id, made leads. Throws when the server could not take it. */
export async function importFile(
  file: File,
  { mapping, importId }: { mapping?: LeadMapping; importId?: string },
): Promise<LeadImportResult | { ok: false; reason: "not_text" | "too_large" }> {
  const query = new URLSearchParams({
    ...(mapping && { mapping: JSON.stringify(mapping) }),
    ...(importId && { importId }),
  });
  const response = await fetch(`/api/imports/leads?${query}`, {
    method: "POST",
    headers: { "Content-Type": "text/csv" },
    body: file,
  });
  if (response.ok) return response.json();
  const { error } = (await response.json().catch(() => ({}))) as { error?: { code?: string } };
  if (error?.code === "not_text" || error?.code === "too_large") return { ok: false, reason: error.code };
  throw new Error(`the import was refused: ${response.status}`);
}
