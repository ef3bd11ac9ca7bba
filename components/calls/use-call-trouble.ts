"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { CallTrouble } from "@/server/domain/calls/schema";

type Trouble = {
  reason: CallTrouble["reason"] | "closed" | "no_conversation";
  detail: string | null;
  againAt?: string;
};

/** Why a meeting was not made, listed or deleted, in words; null stands for a failure of ours. */
export function useCallTrouble() {
  const t = useTranslations("Calls.troubles");
  const format = useFormatter();
  return (trouble: Trouble | null): string => {
    if (!trouble) return t("failed");
    const { reason, detail, againAt } = trouble;
    if (reason === "limited" && againAt)
      return t("limitedUntil", {
        when: format.dateTime(new Date(againAt), { dateStyle: "medium", timeStyle: "short" }),
      });
    if (reason === "refused") return t("refused", { detail: detail ?? "" });
    return t(reason);
  };
}
