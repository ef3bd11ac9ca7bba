import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type PagesProps = { page: number; pages: number; total: number; onPage: (page: number) => void };

/** Where one is among the pages of a list, and the way to those beside; `page` counts from 0. */
export function Pages({ page, pages, total, onPage }: PagesProps) {
  const t = useTranslations("Meetings");
  return (
    <nav aria-label={t("pages")} className="flex items-center justify-between gap-3">
      <p role="status" className="text-sm text-muted-foreground tabular-nums">
        {pages > 1 ? t("pageOf", { page: page + 1, pages, total }) : t("people_count", { count: total })}
      </p>
      {pages > 1 && (
        <div className="flex gap-2">
          <Button
            variant="outline"
            size="small"
            disabled={page === 0}
            aria-label={t("earlierPage")}
            onClick={() => onPage(page - 1)}
          >
            <ChevronLeft aria-hidden />
          </Button>
          <Button
            variant="outline"
            size="small"
            disabled={page >= pages - 1}
            aria-label={t("laterPage")}
            onClick={() => onPage(page + 1)}
          >
            <ChevronRight aria-hidden />
          </Button>
        </div>
      )}
    </nav>
  );
}
