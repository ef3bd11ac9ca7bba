import { useFormatter, useTranslations } from "next-intl";

/** Puts seconds into the reader's words, in the largest unit that leaves a number above one; null is a dash. */
export function useDuration(): (seconds: number | null) => string {
  const t = useTranslations("Analytics");
  const format = useFormatter();
  return (seconds) => {
    if (seconds === null) return t("tiles.none");
    const number = (value: number) => format.number(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
    if (seconds < 90) return t("duration.s", { n: number(seconds) });
    if (seconds < 90 * 60) return t("duration.min", { n: number(seconds / 60) });
    if (seconds < 36 * 3600) return t("duration.h", { n: number(seconds / 3600) });
    return t("duration.d", { n: Math.round(seconds / 86_400) });
  };
}
