"use client";

import { BellOff, MessageCircleQuestion, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useFormatter, useNow, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { alertHref } from "@/components/shell/alert-href";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { NoticesView } from "@/server/domain/notifications/schema";

type NoticeListProps = {
  notices: NoticesView | undefined;
  failed: boolean;
  onRetry: () => void;
  onFollow: () => void;
};

/** The bell's list: who waits longest, what is wrong; each leads to where it can be put right. */
export function NoticeList({ notices, failed, onRetry, onFollow }: NoticeListProps) {
  const t = useTranslations("Shell");
  const alerts = useTranslations("Resources");
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  if (!notices && failed) {
    return (
      <div className="space-y-3 p-4 text-sm">
        <p>{t("noticesFailed")}</p>
        <Button size="small" variant="outline" onClick={onRetry}>
          {t("retry")}
        </Button>
      </div>
    );
  }
  if (!notices) {
    return (
      <div className="space-y-3 p-4" aria-busy="true">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    );
  }
  const { waiting } = notices;
  if (waiting.count === 0 && notices.alerts.length === 0) {
    return (
      <div className="flex flex-col items-center gap-2 px-6 py-10 text-center text-sm">
        <BellOff aria-hidden className="size-6 text-muted-foreground" />
        <p className="font-medium">{t("noNotices")}</p>
        <p className="text-muted-foreground">{t("noNoticesHint")}</p>
      </div>
    );
  }
  const since = (iso: string) => format.relativeTime(new Date(iso), now);
  return (
    <div className="max-h-[26rem] divide-y divide-border overflow-y-auto">
      {waiting.count > 0 && (
        <section className="p-2">
          <h2 className="px-2 py-1.5 text-xs font-medium text-muted-foreground">
            {t("waitingCount", { count: waiting.count })}
          </h2>
          {waiting.longest.map(({ conversationId, name, since: from, unread }) => (
            <Notice
              key={conversationId}
              href={`/inbox?c=${conversationId}`}
              icon={<MessageCircleQuestion aria-hidden className="text-primary" />}
              title={name || t("noName")}
              unread={unread && t("unread")}
              onFollow={onFollow}
            >
              {t("waitsSince", { since: since(from) })}
            </Notice>
          ))}
          {waiting.count > waiting.longest.length && (
            <Link
              href="/inbox"
              onClick={onFollow}
              className="block rounded-lg px-2 py-2 text-sm font-medium text-primary hover:bg-muted"
            >
              {t("allConversations")}
            </Link>
          )}
        </section>
      )}
      {notices.alerts.length > 0 && (
        <section className="p-2">
          <h2 className="px-2 py-1.5 text-xs font-medium text-muted-foreground">{t("troubles")}</h2>
          {notices.alerts.map(({ id, code, detail, at, unread }) => {
            // Codes come from the database; one without words of its own gets the general ones.
            const known = alerts.has(`warnings.${code}.title` as "warnings.other.title") ? code : "other";
            const key = `warnings.${known}` as "warnings.other";
            return (
              <Notice
                key={id}
                href={alertHref(code)}
                icon={<TriangleAlert aria-hidden className="text-warning" />}
                title={alerts(`${key}.title`)}
                unread={unread && t("unread")}
                onFollow={onFollow}
              >
                <span className="block">{alerts(`${key}.fix`)}</span>
                {detail && (
                  <span className="mt-1 block truncate font-mono text-xs" title={detail}>
                    {detail}
                  </span>
                )}
                <span className="mt-1 block text-xs">{since(at)}</span>
              </Notice>
            );
          })}
        </section>
      )}
    </div>
  );
}

type NoticeProps = {
  href: string;
  icon: ReactNode;
  title: string;
  /** The word for “unread”, or false. */
  unread: string | false;
  onFollow: () => void;
  children: ReactNode;
};

function Notice({ href, icon, title, unread, onFollow, children }: NoticeProps) {
  return (
    <Link
      href={href}
      onClick={onFollow}
      className="flex gap-3 rounded-lg px-2 py-2 text-sm hover:bg-muted [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0"
    >
      {icon}
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2 font-medium">
          <span className="min-w-0 flex-1 truncate" title={title}>
            {title}
          </span>
          {unread && (
            <span className="size-2 shrink-0 rounded-full bg-destructive">
              <span className="sr-only">{unread}</span>
            </span>
          )}
        </span>
        <span className="block leading-snug text-muted-foreground">{children}</span>
      </span>
    </Link>
  );
}
