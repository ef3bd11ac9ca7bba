import { Forward, Mic } from "lucide-react";
import { useTranslations } from "next-intl";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

/** Whose words are passed on, above them. */
export function ForwardedNote({ message }: { message: HubMessageView }) {
  const t = useTranslations("Hub");
  if (!message.isForwarded) return null;
  return (
    <p className="flex min-w-0 items-center gap-1 text-xs text-muted-foreground">
      <Forward aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">
        {message.forwardedFrom ? t("forwardedFrom", { name: message.forwardedFrom }) : t("forwarded")}
      </span>
    </p>
  );
}

/** What was heard in a voice message, as far as it is not shown beside its player. */
export function TranscriptNote({ transcript }: { transcript: string | null }) {
  const t = useTranslations("Hub");
  if (!transcript) return null;
  return (
    <p className="mt-1 flex gap-1.5 text-sm leading-relaxed text-muted-foreground">
      <Mic role="img" aria-label={t("transcript")} className="mt-1 size-3.5 shrink-0" />
      <span dir="auto" className="line-clamp-4 italic [overflow-wrap:anywhere]">
        {transcript}
      </span>
    </p>
  );
}
