import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type DecideButtonsProps = {
  approveLabel: string;
  rejectLabel: string;
  busy: boolean;
  onDecide: (verdict: "approve" | "reject", reason?: string) => void;
};

/** Approve, or reject with a reason that may be left empty; A and R press them where the card has the focus. */
export function DecideButtons({ approveLabel, rejectLabel, busy, onDecide }: DecideButtonsProps) {
  const t = useTranslations("Approvals");
  const [rejecting, setRejecting] = useState(false);
  const reason = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (rejecting) reason.current?.focus();
  }, [rejecting]);
  if (!rejecting)
    return (
      <>
        <Button size="small" data-key="a" aria-busy={busy} onClick={() => onDecide("approve")}>
          <Check aria-hidden />
          {approveLabel}
        </Button>
        <Button
          variant="outline"
          size="small"
          data-key="r"
          aria-busy={busy}
          onClick={() => setRejecting(true)}
        >
          <X aria-hidden />
          {rejectLabel}
        </Button>
      </>
    );
  return (
    <form
      className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onDecide("reject", reason.current?.value.trim() || undefined);
        setRejecting(false);
      }}
      onKeyDown={({ key }) => key === "Escape" && setRejecting(false)}
    >
      <label htmlFor={id} className="sr-only">
        {t("reason")}
      </label>
      <Input
        ref={reason}
        id={id}
        maxLength={1000}
        placeholder={t("reason")}
        className="h-9 min-w-40 flex-1"
        autoComplete="off"
      />
      <Button type="submit" variant="destructive" size="small" aria-busy={busy}>
        {rejectLabel}
      </Button>
      <Button variant="ghost" size="small" onClick={() => setRejecting(false)}>
        {t("cancel")}
      </Button>
    </form>
  );
}
