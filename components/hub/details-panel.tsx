import { useQuery } from "@tanstack/react-query";
import { ArrowRight, Send, TextSelect, UserRoundPlus } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ContactCard } from "@/components/hub/contact-card";
import { Fact, Section } from "@/components/hub/details-parts";
import { IntentBadge } from "@/components/hub/intent-badge";
import { useNames } from "@/components/hub/use-names";
import { useTimes } from "@/components/inbox/use-times";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";
import type { Permission } from "@/server/domain/workspaces/policy";

type DetailsPanelProps = {
  message: HubMessageView | null;
  permissions: Permission[];
  onLead: (message: HubMessageView) => void;
  onPropose: (message: HubMessageView) => void;
  onPerson: (contactId: number) => void;
  onChat: (chatId: number) => void;
};

/** What is known of the message at hand and of whoever wrote it. */
export function DetailsPanel({ message: shown, permissions, ...acts }: DetailsPanelProps) {
  const t = useTranslations("Hub");
  const locale = useLocale();
  const trpc = useTRPC();
  const times = useTimes();
  const names = useNames();
  const detail = useQuery({
    ...trpc.hub.message.queryOptions({ messageId: shown?.id ?? 0 }),
    enabled: shown !== null,
  });
  if (!shown)
    return (
      <div className="flex h-full flex-col items-center justify-center px-8 py-16 text-center">
        <TextSelect aria-hidden className="size-8 text-muted-foreground/60" strokeWidth={1.5} />
        <p className="mt-3 text-sm leading-relaxed text-muted-foreground">{t("chooseMessage")}</p>
      </div>
    );
  const message = detail.data?.message.id === shown.id ? detail.data.message : shown;
  const analysis = detail.data?.analysis;
  const canWrite = message.author !== "system" && message.chat.type !== "channel";
  return (
    <div className="space-y-6 p-5 text-sm">
      <Section title={t("message")}>
        <p dir="auto" className="line-clamp-6 leading-relaxed whitespace-pre-line [overflow-wrap:anywhere]">
          {message.text.slice(0, 800) || message.transcript || names.kind(message.type)}
        </p>
        <p className="text-xs text-muted-foreground">
          {t("saidBy", { name: names.author(message), time: times.full(message.sentAt) })}
        </p>
        <div className="flex flex-wrap gap-2 pt-1.5">
          {permissions.includes("leads.edit") && message.contact && (
            <Button
              variant="outline"
              size="small"
              className="h-8 px-2.5"
              onClick={() => acts.onLead(message)}
            >
              <UserRoundPlus aria-hidden />
              {t("makeLead")}
            </Button>
          )}
          {permissions.includes("approvals.propose") && canWrite && (
            <Button
              variant="outline"
              size="small"
              className="h-8 px-2.5"
              onClick={() => acts.onPropose(message)}
            >
              <Send aria-hidden />
              {t("proposeReply")}
            </Button>
          )}
        </div>
        {message.conversationId && (
          <Link
            href={`/inbox?c=${message.conversationId}`}
            className="relative inline-flex items-center gap-1 pt-1 text-[13px] font-medium after:absolute after:inset-x-0 after:-inset-y-2.5 text-accent-foreground underline-offset-2 hover:underline"
          >
            {t("openConversation", { number: message.conversationId })}
            <ArrowRight aria-hidden className="size-3.5" />
          </Link>
        )}
      </Section>
      <Section title={t("understood")}>
        {message.intent ? (
          <div className="space-y-2.5">
            <IntentBadge message={message} />
            <dl className="space-y-2">
              {message.sentiment && <Fact name={t("sentiment")}>{t(`sentiment_${message.sentiment}`)}</Fact>}
              {analysis?.urgentWhy && message.urgent && (
                <Fact name={t("urgent")}>
                  <span className="text-destructive">{analysis.urgentWhy}</span>
                </Fact>
              )}
              {Object.entries(analysis?.entities ?? {}).map(([kind, words]) => (
                <Fact
                  key={kind}
                  name={
                    t.has(`entity_${kind}` as "entity_products")
                      ? t(`entity_${kind}` as "entity_products")
                      : kind
                  }
                >
                  {words.join(", ")}
                </Fact>
              ))}
              {analysis?.cost ? (
                <Fact name={t("cost")}>
                  {analysis.cost.toLocaleString(locale, {
                    style: "currency",
                    currency: "USD",
                    maximumSignificantDigits: 2,
                  })}
                </Fact>
              ) : null}
            </dl>
          </div>
        ) : detail.isPending ? (
          <Skeleton className="h-6 w-28 rounded-full" />
        ) : detail.isError ? (
          <div role="alert" className="flex flex-wrap items-center gap-3 text-muted-foreground">
            <p>{t("failed")}</p>
            <Button variant="outline" size="small" className="h-8" onClick={() => void detail.refetch()}>
              {t("retry")}
            </Button>
          </div>
        ) : (
          <p className="text-muted-foreground">
            {t(detail.data?.isWaiting ? "waitsForAnalysis" : "notAnalysed")}
          </p>
        )}
      </Section>
      {detail.data && detail.data.leads.length > 0 && (
        <Section title={t("leads")}>
          <ul className="space-y-1">
            {detail.data.leads.map(({ id, name }) => (
              <li key={id}>
                <Link
                  href={`/leads?lead=${id}`}
                  className="font-medium text-accent-foreground underline-offset-2 [overflow-wrap:anywhere] hover:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {message.contact && (
        <ContactCard
          contactId={message.contact.id}
          mayChange={permissions.includes("contacts.change")}
          onPerson={acts.onPerson}
          onChat={acts.onChat}
        />
      )}
    </div>
  );
}
