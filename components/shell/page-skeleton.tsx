import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** Stands where a page of the dashboard will be while it is fetched. */
export function PageSkeleton() {
  const t = useTranslations("Shell");
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-8 w-48" />
      <Skeleton className="mt-3 h-5 w-80 max-w-full" />
      <div className="mt-8 grid gap-5 lg:grid-cols-2">
        <Skeleton className="h-40 rounded-2xl" />
        <Skeleton className="h-40 rounded-2xl" />
      </div>
    </div>
  );
}
