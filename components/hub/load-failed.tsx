import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type LoadFailedProps = { words: string; onRetry: () => void };

/** What could not be loaded, and the way to try again. */
export function LoadFailed({ words, onRetry }: LoadFailedProps) {
  const t = useTranslations("Hub");
  return (
    <div role="alert" className="px-4 py-8 text-center text-sm">
      <p className="text-muted-foreground">{words}</p>
      <Button variant="outline" size="small" className="mt-3" onClick={onRetry}>
        {t("retry")}
      </Button>
    </div>
  );
}
