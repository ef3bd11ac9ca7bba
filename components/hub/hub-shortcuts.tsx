import { useTranslations } from "next-intl";
import { Dialog, DialogContent } from "@/components/ui/dialog";

const keys = [
  ["/", "keySearch"],
  ["J", "keyNext"],
  ["K", "keyPrevious"],
  ["Enter", "keyOpen"],
  ["X", "keyChoose"],
  ["Esc", "keyLeave"],
  ["?", "keyHelp"],
] as const;

type HubShortcutsProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** What the keys do. */
export function HubShortcuts({ open, onOpenChange }: HubShortcutsProps) {
  const t = useTranslations("Hub");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t("shortcuts")} closeLabel={t("close")} className="max-w-sm">
        <dl className="space-y-2 text-sm">
          {keys.map(([key, name]) => (
            <div key={key} className="flex items-center justify-between gap-4">
              <dt className="text-muted-foreground">{t(name)}</dt>
              <dd>
                <kbd className="rounded-md border border-border bg-muted px-2 py-0.5 font-sans text-xs font-medium">
                  {key}
                </kbd>
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}
