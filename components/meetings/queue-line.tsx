import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MeetingView } from "@/server/domain/meetings/schema";

/** How many of the meeting's messages wait for the bot's turn, while some do. */
export function QueueLine({ queue }: Pick<MeetingView, "queue">) {
  const t = useTranslations("Meetings");
  if (queue.waiting === 0) return null;
  const time =
    queue.seconds < 90
      ? t("aboutSeconds", { count: queue.seconds })
      : t("aboutMinutes", { count: Math.round(queue.seconds / 60) });
  return (
    <p
      role="status"
      className="mt-4 flex items-center gap-2 border-t border-border pt-3.5 text-sm text-muted-foreground tabular-nums"
    >
      <Send aria-hidden className="size-4 shrink-0" />
      {t("queue", { count: queue.waiting, time })}
    </p>
  );
}
