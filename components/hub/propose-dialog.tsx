import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useNames } from "@/components/hub/use-names";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

/** Telegram's limit of one message. */
const longest = 4096;

type ProposeDialogProps = { message: HubMessageView; onClose: () => void };

/** Words to be sent into the message's chat once somebody has approved them. */
export function ProposeDialog({ message, onClose }: ProposeDialogProps) {
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const names = useNames();
  const [text, setText] = useState("");
  const propose = useMutation(
    trpc.approvals.propose.mutationOptions({
      onSuccess: () => {
        toast(
          <>
            {t("proposed")}{" "}
            <Link href="/approvals" className="font-semibold underline">
              {t("toApprovals")}
            </Link>
          </>,
        );
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim() || propose.isPending) return;
    propose.mutate({
      target: { chatId: message.chat.id },
      text: text.trim(),
      kind: "reply",
      context: { author: message.authorName, message: message.text.slice(0, 1000), hubMessageId: message.id },
    });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t("proposeReply")}
        description={t("proposeHint", { chat: message.chat.title })}
        closeLabel={t("close")}
      >
        <form onSubmit={submit} className="space-y-4">
          <blockquote className="rounded-r-md border-l-2 border-primary/60 bg-muted/60 py-1.5 pr-3 pl-3 text-[13px]">
            <p className="font-semibold">{names.author(message)}</p>
            <p dir="auto" className="line-clamp-3 text-muted-foreground [overflow-wrap:anywhere]">
              {message.text || message.transcript || names.kind(message.type)}
            </p>
          </blockquote>
          <Textarea
            autoFocus
            value={text}
            maxLength={longest}
            aria-label={t("replyText")}
            placeholder={t("replyText")}
            className="max-h-72 min-h-32"
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit(event);
            }}
          />
          {propose.isError && (
            <p role="alert" className="text-sm text-destructive">
              {t.has(`refused_${propose.error.data?.reason ?? ""}` as "refused_bot_left")
                ? t(`refused_${propose.error.data?.reason ?? ""}` as "refused_bot_left")
                : t("proposeFailed")}
            </p>
          )}
          <div className="flex justify-end gap-2">
            <Button variant="ghost" size="small" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" size="small" disabled={!text.trim()} aria-busy={propose.isPending}>
              {t("propose")}
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
