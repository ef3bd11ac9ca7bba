import { ArrowLeft, CircleCheck, Info, Sparkles, UserRoundCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ContactFace } from "@/components/inbox/contact-face";
import { useConversationActs } from "@/components/inbox/use-conversation-acts";
import { useTimes } from "@/components/inbox/use-times";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { InboxRow } from "@/server/domain/conversations/inbox-schema";

type ThreadHeaderProps = { row: InboxRow; onBack: () => void; onDetails: () => void };

/** Who writes, who leads, and what may be done with the conversation. */
export function ThreadHeader({ row, onBack, onDetails }: ThreadHeaderProps) {
  const t = useTranslations("Inbox");
  const times = useTimes();
  const acts = useConversationActs(row.id);
  const [asks, setAsks] = useState(false);
  const isOpen = row.state !== "closed";
  const lead =
    row.manager === null
      ? t(`state_${row.state}`)
      : row.manager.isMe
        ? t("ledByYou")
        : t("ledBy", { name: row.manager.name });
  const wait = row.waitingSince && t("waitsFor", { time: times.since(row.waitingSince) });
  const status = wait && row.state === "waiting" ? wait : [lead, wait].filter(Boolean).join(" · ");
  return (
    <header className="flex h-16 shrink-0 items-center gap-2 border-b border-border px-2 sm:gap-3 sm:px-4">
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("back")}
        className="@min-[46rem]/inbox:hidden"
        onClick={onBack}
      >
        <ArrowLeft aria-hidden />
      </Button>
      <ContactFace name={row.contactName} id={row.id} className="size-9 max-sm:hidden" />
      <div className="min-w-0 flex-1">
        <h2 dir="auto" title={row.contactName} className="truncate text-sm font-semibold">
          {row.contactName}
        </h2>
        <p className="truncate text-xs text-muted-foreground" title={status}>
          {status}
        </p>
      </div>
      {isOpen && !row.manager?.isMe && (
        <Act icon={UserRoundCheck} name={t("take")} keyName="t" isBusy={acts.isBusy} onAct={acts.take} />
      )}
      {isOpen && row.state !== "assistant" && (
        <Act
          icon={Sparkles}
          name={t("handBack")}
          short={t("handBackShort")}
          isBusy={acts.isBusy}
          onAct={acts.handBack}
        />
      )}
      {isOpen && (
        <Act
          icon={CircleCheck}
          name={t("closeConversation")}
          keyName="e"
          isBusy={acts.isBusy}
          onAct={() => setAsks(true)}
        />
      )}
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("showDetails")}
        className="@min-[72rem]/inbox:hidden"
        onClick={onDetails}
      >
        <Info aria-hidden />
      </Button>
      <ConfirmDialog
        trigger={null}
        open={asks}
        onOpenChange={setAsks}
        title={t("confirmClose")}
        description={t("confirmCloseText", { name: row.contactName })}
        confirm={t("closeConversation")}
        cancel={t("cancel")}
        onConfirm={acts.close}
      />
    </header>
  );
}

type ActProps = {
  icon: typeof Info;
  name: string;
  /** What stands on the button where there is room. */
  short?: string;
  keyName?: string;
  isBusy: boolean;
  onAct: () => void;
};

function Act({ icon: Icon, name, short, keyName, isBusy, onAct }: ActProps) {
  return (
    <Button
      variant="outline"
      size="small"
      aria-label={name}
      title={keyName ? `${name} (${keyName.toUpperCase()})` : name}
      aria-busy={isBusy}
      data-key={keyName}
      className="@max-[42rem]/thread:w-9 @max-[42rem]/thread:px-0"
      onClick={onAct}
    >
      <Icon aria-hidden />
      <span aria-hidden className="@max-[42rem]/thread:hidden">
        {short ?? name}
      </span>
    </Button>
  );
}
