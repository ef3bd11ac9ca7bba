import type { QrDesign } from "@/components/qr/qr-design";
import type { MakeQrInput } from "@/server/domain/qr/schema";

export type QrOutcome =
  | { ok: true; file: Blob; level: string; version: string; modules: number }
  | { ok: false; reason: string; message: string; retryAfterSeconds: number | null };

/** Asks the server for a code. Rejects only when `signal` aborts. */
export async function requestQr(
  text: string,
  design: QrDesign,
  format: MakeQrInput["format"],
  signal?: AbortSignal,
): Promise<QrOutcome> {
  const form = new FormData();
  const fields = { text, format, modules: design.modules, eyes: design.eyes, logoArea: design.logoArea };
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set("margin", String(design.margin));
  form.set("size", String(design.size));
  if (design.mm !== null) {
    form.set("mm", String(design.mm));
    form.set("dpi", String(design.dpi));
  }
  const light = design.transparent ? "transparent" : design.light;
  form.set("colors", `${design.dark},${light},${design.eyeColour}`);
  if (design.logo) form.set("logo", design.logo);
  try {
    const response = await fetch("/api/qr", { method: "POST", body: form, signal });
    if (response.ok) {
      const told = (name: string) => response.headers.get(name) ?? "";
      return {
        ok: true,
        file: await response.blob(),
        level: told("x-qr-level"),
        version: told("x-qr-version"),
        modules: Number(told("x-qr-modules")),
      };
    }
    const body: { error?: { code?: string; message?: string } } = await response.json();
    return {
      ok: false,
      reason: body.error?.code ?? "internal",
      message: body.error?.message ?? "",
      retryAfterSeconds: Number(response.headers.get("retry-after")) || null,
    };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, reason: "offline", message: "", retryAfterSeconds: null };
  }
}
