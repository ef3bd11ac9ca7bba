"use server";

import { cookies } from "next/headers";
import { LOCALE_COOKIE } from "@/components/shell/locale-cookie";
import type { Locale } from "@/server/lib/phrases";

/** Keeps the person's choice of language for a year; anything but a language of ours is refused. */
export async function setLocale(locale: Locale): Promise<void> {
  if (locale !== "en" && locale !== "ru") return;
  (await cookies()).set(LOCALE_COOKIE, locale, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
}
