import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type DecideButtonsProps = {
  approveLabel: string;
  rejectLabel: string;
  busy: boolean;
  onDecide: (verdict: "approve" | "reject", reason?: string) => void;
  /** What else can be done, while no reason is asked for. */
  children?: ReactNode;
};

/** Approve, or reject with a reason that may be left empty; A and R press them where the card has the focus. */
export function DecideButtons({ approveLabel, rejectLabel, busy, onDecide, children }: DecideButtonsProps) {
  const t = useTranslations("Approvals");
  const [rejecting, setRejecting] = useState(false);
  const reason = useRef<HTMLInputElement>(null);
  const rejectButton = useRef<HTMLButtonElement>(null);
  const wasRejecting = useRef(false);
  const id = useId();
  useEffect(() => {
    if (rejecting) reason.current?.focus();
    else if (wasRejecting.current) rejectButton.current?.focus();
    wasRejecting.current = rejecting;
  }, [rejecting]);
  if (!rejecting)
    return (
      <>
        <Button size="small" data-key="a" aria-busy={busy} onClick={() => onDecide("approve")}>
          <Check aria-hidden />
          {approveLabel}
        </Button>
        <Button
          ref={rejectButton}
          variant="outline"
          size="small"
          data-key="r"
          aria-busy={busy}
          onClick={() => setRejecting(true)}
        >
          <X aria-hidden />
          {rejectLabel}
        </Button>
        {children}
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
        className="h-9 min-w-40 flex-1 max-sm:h-10 max-sm:basis-full"
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
