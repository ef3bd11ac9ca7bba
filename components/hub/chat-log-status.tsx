import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { useChatPages } from "@/components/hub/use-chat-pages";

/** More of a chat on its way at either end, or not loaded. */
export function ChatLogStatus({ pages }: { pages: ReturnType<typeof useChatPages>["pages"] }) {
  const t = useTranslations("Hub");
  const isLoading = pages.isFetchingPreviousPage || pages.isFetchingNextPage;
  const hasFailed = pages.isFetchPreviousPageError || pages.isFetchNextPageError;
  if (!isLoading && !hasFailed) return null;
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-2 flex justify-center">
      <span className="pointer-events-auto flex items-center gap-2 rounded-full bg-muted px-3 py-1 text-xs shadow-soft">
        {isLoading && <LoaderCircle aria-hidden className="size-3.5 animate-spin" />}
        {t(isLoading ? "loadingMore" : "olderFailed")}
        {hasFailed && !isLoading && (
          <button
            type="button"
            className="relative font-semibold text-accent-foreground underline after:absolute after:-inset-x-2 after:-inset-y-3"
            onClick={() =>
              void (pages.isFetchPreviousPageError ? pages.fetchPreviousPage() : pages.fetchNextPage())
            }
          >
            {t("retry")}
          </button>
        )}
      </span>
    </div>
  );
}
