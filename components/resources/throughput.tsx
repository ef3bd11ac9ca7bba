import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ResourceView } from "@/server/domain/resources/schema";

const height = 24;
const width = 72;

const sum = (parts: number[]) => parts.reduce((total, part) => total + part, 0);

/** What went through a resource in the last hour: two figures and their shape. */
export function Throughput({ throughput: { received, sent } }: Pick<ResourceView, "throughput">) {
  const t = useTranslations("Resources");
  const totals = received.map((part, index) => part + (sent[index] ?? 0));
  const highest = Math.max(1, ...totals);
  const step = width / totals.length;
  return (
    <p className="flex items-center gap-3 text-sm tabular-nums">
      <span className="sr-only">{t("throughput", { received: sum(received), sent: sum(sent) })}</span>
      <svg aria-hidden width={width} height={height} className="shrink-0 text-primary">
        <path
          d={totals
            .map((part, index) => {
              const tall = part === 0 ? 1.5 : 3 + (part / highest) * (height - 3);
              return `M${index * step},${height}v${-tall}h${step - 2}v${tall}z`;
            })
            .join("")}
          fill="currentColor"
          opacity={sum(totals) === 0 ? 0.3 : 0.9}
        />
      </svg>
      <span aria-hidden className="flex items-center gap-1" title={t("received")}>
        <ArrowDownLeft className="size-3.5 text-muted-foreground" />
        {sum(received)}
      </span>
      <span aria-hidden className="flex items-center gap-1" title={t("sent")}>
        <ArrowUpRight className="size-3.5 text-muted-foreground" />
        {sum(sent)}
      </span>
      <span aria-hidden className="text-muted-foreground">
        {t("lastHour")}
      </span>
    </p>
  );
}
