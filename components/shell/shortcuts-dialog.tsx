import { Dialog, DialogContent } from "@/components/ui/dialog";

type ShortcutsDialogProps = {
  title: string;
  closeLabel: string;
  /** A key and what it does. */
  shortcuts: [key: string, meaning: string][];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** What the keys of a page do. */
export function ShortcutsDialog({ title, closeLabel, shortcuts, open, onOpenChange }: ShortcutsDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={title} closeLabel={closeLabel} className="max-w-sm">
        <dl className="space-y-2 text-sm">
          {shortcuts.map(([key, meaning]) => (
            <div key={key} className="flex items-center justify-between gap-4">
              <dt className="text-muted-foreground">{meaning}</dt>
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
