import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

type PickerStateProps = {
  list: { isPending: boolean; isError: boolean; refetch: () => Promise<unknown> };
  /** Said when nothing was found; null while something is shown. */
  none: string | null;
};

/** What stands in a list of choices that has none: on their way, not loaded, or not found. */
export function PickerState({ list, none }: PickerStateProps) {
  const t = useTranslations("Hub");
  if (list.isPending) return <Skeleton className="mt-2 h-24" />;
  if (list.isError && none !== null)
    return (
      <div role="alert" className="px-2 py-4 text-center text-sm text-muted-foreground">
        <p>{t("choicesFailed")}</p>
        <Button variant="outline" size="small" className="mt-3 h-8" onClick={() => void list.refetch()}>
          {t("retry")}
        </Button>
      </div>
    );
  return none && <p className="px-2 py-4 text-center text-sm text-muted-foreground">{none}</p>;
}
