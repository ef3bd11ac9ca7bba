import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

type DialogFormProps = {
  /** What is wrong with the whole of it, in words. */
  trouble?: string | null;
  /** What the button that submits says. */
  submit: string;
  busy: boolean;
  /** In a sheet the buttons stay in sight while its fields are scrolled. */
  inSheet?: boolean;
  /** Not called while busy. */
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** The form of a dialog: what went wrong, its fields, and the buttons that leave or submit it. */
export function DialogForm(props: DialogFormProps) {
  const { trouble, submit, busy, inSheet = false, onSubmit, onClose, children } = props;
  const t = useTranslations("Meetings");
  return (
    <form
      noValidate
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      {trouble && <Alert live tone="destructive" title={trouble} />}
      {children}
      <div
        className={cn(
          "flex justify-end gap-3",
          inSheet && "sticky -bottom-6 -mx-6 -mb-6 border-t border-border bg-popover px-6 py-4",
        )}
      >
        <Button variant="outline" onClick={onClose}>
          {t("cancelDialog")}
        </Button>
        <Button type="submit" aria-busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
