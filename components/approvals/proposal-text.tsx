import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import type { ApprovalView } from "@/server/domain/approvals/schema";

type ProposalTextProps = { approval: ApprovalView; editing: boolean; onDone: () => void };

/** The words that are to go out, all of them in sight, changed in place; what was proposed stays at hand. */
export function ProposalText({ approval, editing, onDone }: ProposalTextProps) {
  const t = useTranslations("Approvals");
  if (editing) return <Editor approval={approval} onDone={onDone} />;
  return (
    <>
      <p className="mt-3 rounded-xl bg-muted/70 px-4 py-3 text-sm leading-relaxed [overflow-wrap:anywhere] whitespace-pre-wrap">
        {approval.text}
      </p>
      {approval.proposedText !== null && (
        <details className="mt-2 text-sm text-muted-foreground">
          <summary className="w-fit cursor-pointer rounded-md max-sm:py-2.5">{t("edited")}</summary>
          <p className="mt-1">{t("proposedText")}</p>
          <p className="mt-1 break-words whitespace-pre-wrap">{approval.proposedText}</p>
        </details>
      )}
    </>
  );
}

function Editor({ approval, onDone }: Omit<ProposalTextProps, "editing">) {
  const t = useTranslations("Approvals");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const edit = useMutation(
    trpc.approvals.edit.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queries.invalidateQueries({ queryKey: trpc.approvals.list.pathKey() }),
          queries.invalidateQueries({ queryKey: trpc.approvals.batch.pathKey() }),
        ]);
        onDone();
      },
      onError: () => toast.error(t("notDone")),
    }),
  );
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault();
        const text = field.current?.value ?? "";
        if (text.trim()) edit.mutate({ approvalId: approval.id, text });
      }}
      onKeyDown={({ key }) => key === "Escape" && onDone()}
    >
      <Textarea ref={field} required maxLength={4096} aria-label={t("text")} defaultValue={approval.text} />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button type="submit" size="small" aria-busy={edit.isPending}>
          {t("save")}
        </Button>
        <Button variant="ghost" size="small" onClick={onDone}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
