import { appUrl } from "@/server/lib/env";

/**
 * Whether a page of another site has its visitor's browser ask: by Sec-Fetch-Site, which pages cannot set (W3C Fetch
 * Metadata), else by Origin. Programs send neither and have no visitor's cookies.
 */
export function isCrossSite(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = headers.get("origin");
  if (origin === null || origin === new URL(appUrl).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers.get("host");
}
