import { useFormatter, useTranslations } from "next-intl";
import type { LeadStatusName, LeadView } from "@/server/domain/leads/schema";

const knownSources = ["conversation", "group", "api", "import", "manual"] as const;

/** How leads' figures, sources and moments are put. */
export function useLeadWords() {
  const t = useTranslations("Leads");
  const format = useFormatter();
  return {
    status: (status: LeadStatusName) => t(`status.${status}`),
    money: (value: number, currency: string) =>
      format.number(value, {
        style: "currency",
        currency,
        minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
        maximumFractionDigits: 2,
      }),
    /** As it is typed: no currency, no spaces. */
    amount: (value: number) => format.number(value, { useGrouping: false, maximumFractionDigits: 2 }),
    source: (source: string) => {
      const known = knownSources.find((name) => name === source);
      if (known) return t(`source.${known}`);
      return source.startsWith("qr:") ? t("sourceQr", { name: source.slice(3) }) : source;
    },
    day: (at: string) => format.dateTime(new Date(at), { day: "numeric", month: "short" }),
    moment: (at: string) =>
      format.dateTime(new Date(at), {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "numeric",
        minute: "2-digit",
      }),
    isLate: ({ nextStepAt, settledAt }: Pick<LeadView, "nextStepAt" | "settledAt">) =>
      nextStepAt !== null && settledAt === null && new Date(nextStepAt) < new Date(),
  };
}
