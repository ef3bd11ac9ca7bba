import { useChatTexts } from "@/components/chat/chat-texts";

const DAY_MS = 86_400_000;

function daysAgo(date: Date): number {
  const midnight = (day: Date) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  return (midnight(new Date()) - midnight(date)) / DAY_MS;
}

/** The day on which what follows was written. */
export function DaySeparator({ date: iso }: { date: string }) {
  const { t, date } = useChatTexts();
  const day = new Date(iso);
  const ago = daysAgo(day);
  const isThisYear = day.getFullYear() === new Date().getFullYear();
  const label =
    ago === 0
      ? t("today")
      : ago === 1
        ? t("yesterday")
        : date(day, { day: "numeric", month: "long", ...(!isThisYear && { year: "numeric" }) });
  return (
    <p className="flex justify-center pb-1 pt-4">
      <time dateTime={iso.slice(0, 10)} className="chat-notice font-medium">
        {label}
      </time>
    </p>
  );
}

/** Between a closed conversation and the one after it. */
export function ConversationSeparator() {
  const { t } = useChatTexts();
  return (
    <p className="flex items-center gap-3 px-1 pb-1 pt-5 text-xs font-medium text-(--chat-muted)">
      <span aria-hidden="true" className="h-px flex-1 bg-(--chat-line)" />
      {t("newConversation")}
      <span aria-hidden="true" className="h-px flex-1 bg-(--chat-line)" />
    </p>
  );
}
