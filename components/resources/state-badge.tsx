import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ResourceView } from "@/server/domain/resources/schema";

/** How a resource fares, in a word. */
export function StateBadge({ state, listening }: Pick<ResourceView, "state" | "listening">) {
  const t = useTranslations("Resources");
  const starting = state === "active" && listening === false;
  const tone =
    state === "error" ? "destructive" : starting ? "warning" : state === "active" ? "success" : "neutral";
  return (
    <Badge tone={tone}>
      <span aria-hidden className="size-1.5 rounded-full bg-current" />
      {starting ? t("starting") : t("state", { state })}
    </Badge>
  );
}
