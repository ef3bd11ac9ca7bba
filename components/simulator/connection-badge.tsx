"use client";

import { useTranslations } from "next-intl";
import type { Connection } from "@/components/simulator/simulator-state";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";

/** Whether what the page shows is live. */
export function ConnectionBadge({ connection }: { connection: Connection }) {
  const t = useTranslations("Simulator");
  if (connection === "down" || connection === "refused") return null;
  const live = connection === "live";
  return (
    <Badge role="status" tone={live ? "success" : "warning"} className="max-sm:p-1.5">
      <span aria-hidden className={cn("size-1.5 rounded-full bg-current", !live && "animate-pulse")} />
      <span className="max-sm:sr-only">{t(connection)}</span>
    </Badge>
  );
}
