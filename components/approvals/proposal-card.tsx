import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { ChatWords } from "@/components/approvals/chat-words";
import { DecideButtons } from "@/components/approvals/decide-buttons";
import { Outcome } from "@/components/approvals/outcome";
import { ProposalContext } from "@/components/approvals/proposal-context";
import { ProposalHead } from "@/components/approvals/proposal-head";
import { ProposalText } from "@/components/approvals/proposal-text";
import { useDecide } from "@/components/approvals/use-decide";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ApprovalView } from "@/server/domain/approvals/schema";

type ProposalCardProps = {
  approval: ApprovalView;
  decides: boolean;
  /** Left out where it cannot be chosen among others. */
  chosen?: boolean;
  onChoose?: () => void;
};

/** A proposed message with its chat, why it is proposed, and what to do about it or what became of it. */
export function ProposalCard({ approval, decides, chosen, onChoose }: ProposalCardProps) {
  const t = useTranslations("Approvals");
  const [editing, setEditing] = useState(false);
  const decide = useDecide();
  const card = useRef<HTMLElement>(null);
  const mine = decides && !approval.isOwn;
  const stopEditing = () => {
    setEditing(false);
    card.current?.focus();
  };
  const edit = (
    <Button
      variant="ghost"
      size="small"
      data-key="e"
      className="max-sm:w-10"
      onClick={() => setEditing(true)}
    >
      <Pencil aria-hidden className="sm:hidden" />
      <span className="max-sm:sr-only">{t("edit")}</span>
    </Button>
  );
  return (
    <Card
      ref={card}
      role="group"
      data-proposal
      tabIndex={-1}
      aria-label={approval.chat.title}
      className="scroll-my-24 p-4 outline-none focus:ring-2 focus:ring-ring sm:p-5"
    >
      <ProposalHead approval={approval}>
        {mine && onChoose && (
          // The box with the room a finger needs.
          <label className="-m-2.5 grid shrink-0 place-items-center p-2.5 pt-4.5">
            <input
              type="checkbox"
              data-key="x"
              checked={chosen ?? false}
              onChange={onChoose}
              aria-label={t("select", { chat: approval.chat.title })}
              className="size-5 accent-primary"
            />
          </label>
        )}
      </ProposalHead>
      <ProposalText approval={approval} editing={editing} onDone={stopEditing} />
      <ProposalContext context={approval.context} />
      <Outcome approval={approval} />
      {decides && approval.isOwn && <p className="mt-3 text-sm text-muted-foreground">{t("own")}</p>}
      {!editing && decides && (
        <div className="mt-4 flex flex-wrap items-center gap-2">
          {mine ? (
            <DecideButtons
              approveLabel={t("approve")}
              rejectLabel={t("reject")}
              busy={decide.isPending}
              onDecide={(verdict, reason) =>
                decide.mutate({
                  what: { approvalIds: [approval.id] },
                  verdict,
                  reason,
                  texts: { [approval.id]: approval.text },
                })
              }
            >
              {edit}
            </DecideButtons>
          ) : (
            edit
          )}
        </div>
      )}
      <ChatWords approvalId={approval.id} />
    </Card>
  );
}
