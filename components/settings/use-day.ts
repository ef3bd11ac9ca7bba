"use client";

import { useFormatter } from "next-intl";

/** Writes a moment (ISO 8601) as a day, as the reader's language does. */
export function useDay(): (iso: string) => string {
  const format = useFormatter();
  return (iso) => format.dateTime(new Date(iso), { day: "numeric", month: "short", year: "numeric" });
}
