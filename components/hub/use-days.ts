import { useLocale, useTranslations } from "next-intl";

/** Days as the address has them (2026-11-21), in words and counted back from today. */
export function useDays() {
  const t = useTranslations("Hub");
  const locale = useLocale();
  const format = (day: string) =>
    new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).format(new Date(`${day}T00:00`));
  return {
    range: (from: string | null, to: string | null) => {
      if (from && to) return from === to ? format(from) : `${format(from)} – ${format(to)}`;
      return from ? t("since", { day: format(from) }) : t("until", { day: format(to ?? "") });
    },
    daysAgo: (count: number) => {
      const day = new Date();
      day.setDate(day.getDate() - count);
      const two = (number: number) => String(number).padStart(2, "0");
      return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
    },
  };
}
