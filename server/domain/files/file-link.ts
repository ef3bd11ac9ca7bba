import { createHmac, timingSafeEqual } from "node:crypto";
import type { File } from "@/prisma/generated/client";
import { authSecret } from "@/server/auth/auth-secret";
import { clock } from "@/server/lib/clock";
import { appUrl } from "@/server/lib/env";

export type FileVariant = "original" | "thumbnail";

/** What a link allows: this file, in this form, until a moment in seconds since 1970. */
export type FileGrant = { id: string; variant: FileVariant; download: boolean; expires: number };

const hour = 3600;
const day = 24 * hour;

/**
 * The signed address of a file, to be put into what its reader may see and nowhere else: relative and good for 12 to 13
 * hours, or, with `days`, absolute and good for that long at least. Asked again within the hour (the day) it is the
 * same address, so that browsers need not fetch twice.
 */
export function fileLink(
  file: Pick<File, "id" | "fileName">,
  options: { variant?: FileVariant; download?: boolean; days?: number } = {},
): string {
  const { variant = "original", download = false, days } = options;
  const step = days ? day : hour;
  const lifetime = days ? days * day : 12 * hour;
  const expires = (Math.floor(clock.now().getTime() / 1000 / step) + 1) * step + lifetime;
  const query = new URLSearchParams({
    ...(variant === "thumbnail" && { variant }),
    ...(download && { download: "1" }),
    expires: String(expires),
    signature: proof({ id: file.id, variant, download, expires }).toString("base64url"),
  });
  const path = `/api/files/${file.id}/${encodeURIComponent(file.fileName)}?${query}`;
  return days ? `${appUrl}${path}` : path;
}

/** Whether we signed this grant and it still holds. */
export function checkFileLink(
  grant: FileGrant,
  signature: string,
): { ok: true } | { ok: false; fault: "invalid" | "expired" } {
  const expected = proof(grant);
  const given = Buffer.from(signature, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { ok: false, fault: "invalid" };
  }
  return grant.expires * 1000 > clock.now().getTime() ? { ok: true } : { ok: false, fault: "expired" };
}

function proof({ id, variant, download, expires }: FileGrant): Buffer {
  return createHmac("sha256", authSecret("file-link"))
    .update(JSON.stringify([id, variant, download, expires]))
    .digest();
}
