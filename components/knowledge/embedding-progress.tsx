"use client";

import { useTranslations } from "next-intl";
import type { SourceView } from "@/server/domain/knowledge/schema";

/** How far the embedding model has come with a text; nothing once it is done. */
export function EmbeddingProgress({ source }: { source: Pick<SourceView, "passages" | "embedded"> }) {
  const t = useTranslations("Knowledge");
  const { passages, embedded } = source;
  if (embedded === null || embedded >= passages) return null;
  return (
    <div className="mt-2 flex items-center gap-3 text-xs text-muted-foreground">
      <progress
        value={embedded}
        max={passages}
        aria-label={t("embedding")}
        className="h-1.5 w-40 overflow-hidden rounded-full [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-muted [&::-webkit-progress-value]:bg-primary"
      />
      {t("embeddingOf", { done: embedded, total: passages })}
    </div>
  );
}
