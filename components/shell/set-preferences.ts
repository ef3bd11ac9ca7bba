"use server";

import { cookies } from "next/headers";
import { LOCALE_COOKIE } from "@/components/shell/locale-cookie";
import { TIME_ZONE_COOKIE } from "@/components/shell/time-zone-cookie";

const year = { path: "/", maxAge: 31_536_000, sameSite: "lax" } as const;

/** Has this browser show the pages in a language and a time zone; null leaves what it has. */
export async function setPreferences(wanted: {
  locale: string | null;
  timeZone: string | null;
}): Promise<void> {
  const kept = await cookies();
  if (wanted.locale === "en" || wanted.locale === "ru") kept.set(LOCALE_COOKIE, wanted.locale, year);
  if (wanted.timeZone && /^[\w/+-]{1,64}$/.test(wanted.timeZone))
    kept.set(TIME_ZONE_COOKIE, wanted.timeZone, year);
}
