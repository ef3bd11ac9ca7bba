import { Copy, Download, RefreshCw, UserRoundPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { messagesAsCsv, messagesAsText } from "@/components/hub/messages-as-text";
import { spanOf } from "@/components/hub/span-of";
import type { Selection } from "@/components/hub/use-selection";
import { useTimes } from "@/components/inbox/use-times";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type SelectionBarProps = {
  selection: Selection;
  /** Null: the reader's role does not allow it. */
  onLeads: (() => void) | null;
  onReclassify: (() => void) | null;
  isBusy: boolean;
};

/** What can be done with the chosen messages. */
export function SelectionBar({ selection, onLeads, onReclassify, isBusy }: SelectionBarProps) {
  const t = useTranslations("Hub");
  const times = useTimes();
  const { chosen, clear } = selection;
  if (chosen.size === 0) return null;
  const span = spanOf(chosen.values());
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(messagesAsText(chosen.values(), times.full));
      toast(t("copied", { count: chosen.size }));
    } catch {
      toast.error(t("copyFailed"));
    }
  };
  const save = () => {
    const url = URL.createObjectURL(new Blob([messagesAsCsv(chosen.values())], { type: "text/csv" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `messages-${new Date().toISOString().slice(0, 10)}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div
      role="toolbar"
      aria-label={t("withChosen")}
      className="absolute inset-x-0 bottom-4 z-20 mx-auto flex w-max max-w-[calc(100%-1.5rem)] items-center gap-0.5 overflow-x-auto rounded-2xl border border-border bg-popover p-1.5 shadow-lifted"
    >
      <p role="status" className="px-2.5 text-sm font-medium whitespace-nowrap tabular-nums max-sm:px-1.5">
        {t("chosen", { count: chosen.size })}
      </p>
      {onLeads && (
        <Button
          variant="ghost"
          size="small"
          title={t("makeLeads")}
          className="px-2.5 max-sm:min-w-10"
          aria-busy={isBusy}
          onClick={onLeads}
        >
          <UserRoundPlus aria-hidden />
          <span className="@max-[26rem]/pane:sr-only">{t("makeLeads")}</span>
        </Button>
      )}
      {onReclassify && (
        <ConfirmDialog
          trigger={
            <Button
              variant="ghost"
              size="small"
              title={t("reclassify")}
              className="px-2.5 max-sm:min-w-10"
              aria-busy={isBusy}
            >
              <RefreshCw aria-hidden />
              <span className="@max-[46rem]/pane:sr-only">{t("reclassify")}</span>
            </Button>
          }
          title={t("reclassify")}
          description={t("reclassifyHint", {
            chats: span.chatIds.length,
            span: times.span(span.since, span.until),
          })}
          confirm={t("reclassify")}
          cancel={t("cancel")}
          onConfirm={onReclassify}
        />
      )}
      <Button
        variant="ghost"
        size="small"
        title={t("copyText")}
        className="px-2.5 max-sm:min-w-10"
        onClick={() => void copy()}
      >
        <Copy aria-hidden />
        <span className="@max-[46rem]/pane:sr-only">{t("copyText")}</span>
      </Button>
      <Button variant="ghost" size="small" title="CSV" className="px-2.5 max-sm:min-w-10" onClick={save}>
        <Download aria-hidden />
        <span className="@max-[46rem]/pane:sr-only">CSV</span>
      </Button>
      <Button variant="ghost" size="icon" aria-label={t("clearChosen")} onClick={clear}>
        <X aria-hidden />
      </Button>
    </div>
  );
}
