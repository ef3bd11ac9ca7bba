import { useTranslations } from "next-intl";
import { LoadFailed } from "@/components/hub/load-failed";
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
    return <LoadFailed words={t("choicesFailed")} onRetry={() => void list.refetch()} />;
  return none && <p className="px-2 py-4 text-center text-sm text-muted-foreground">{none}</p>;
}
