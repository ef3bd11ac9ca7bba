import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { toast } from "sonner";
import { ChatIcon } from "@/components/hub/chat-icon";
import { Fact, Section } from "@/components/hub/details-parts";
import { INTENT_LOOKS } from "@/components/hub/intent-looks";
import { ContactFace } from "@/components/inbox/contact-face";
import { useTimes } from "@/components/inbox/use-times";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { CONTACT_ROLES, type ContactRoleName } from "@/server/domain/messages/hub/schema";

type ContactCardProps = {
  contactId: number;
  mayChange: boolean;
  onPerson: (contactId: number) => void;
  onChat: (chatId: number) => void;
};

/** A person or bot: who they are to us, where they are, what they say. */
export function ContactCard({ contactId, mayChange, onPerson, onChat }: ContactCardProps) {
  const t = useTranslations("Hub");
  const locale = useLocale();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const times = useTimes();
  const card = useQuery(trpc.hub.contact.queryOptions({ contactId }));
  const setRole = useMutation(
    trpc.hub.setRole.mutationOptions({
      onSuccess: () => {
        toast(t("roleSaved"));
        void queries.invalidateQueries({ queryKey: trpc.hub.pathKey() });
      },
      onError: () => toast.error(t("failed")),
    }),
  );
  if (card.isError)
    return (
      <div role="alert" className="text-muted-foreground">
        <p>{t("contactFailed")}</p>
        <Button variant="outline" size="small" className="mt-2" onClick={() => void card.refetch()}>
          {t("retry")}
        </Button>
      </div>
    );
  if (!card.data) return <Skeleton className="h-72 rounded-xl" />;
  const { name, username, role, statistics, chats, leads, conversations } = card.data;
  const most = Math.max(1, ...statistics.intents.map(({ count }) => count));
  return (
    <div className="space-y-6 border-t border-border pt-6">
      <div className="flex items-center gap-3">
        <ContactFace name={name} id={contactId} className="size-11" />
        <div className="min-w-0">
          <p dir="auto" className="line-clamp-3 font-semibold [overflow-wrap:anywhere]" title={name}>
            {name}
          </p>
          {username && <p className="truncate text-xs text-muted-foreground">@{username}</p>}
        </div>
      </div>
      <dl className="space-y-2.5">
        <Fact name={t("role")}>
          {mayChange ? (
            <Select
              aria-label={t("role")}
              value={role}
              disabled={setRole.isPending}
              className="-my-1 w-44 [&_select]:h-10 sm:[&_select]:h-8 [&_select]:pl-2.5 [&_select]:text-left"
              onChange={({ target }) => setRole.mutate({ contactId, role: target.value as ContactRoleName })}
            >
              {CONTACT_ROLES.map((one) => (
                <option key={one} value={one}>
                  {t(`role_${one}`)}
                </option>
              ))}
            </Select>
          ) : (
            t(`role_${role}`)
          )}
        </Fact>
        {card.data.leadSource && <Fact name={t("leadSource")}>{card.data.leadSource}</Fact>}
        {card.data.phone && <Fact name={t("phone")}>{card.data.phone}</Fact>}
        {card.data.email && <Fact name={t("email")}>{card.data.email}</Fact>}
        <Fact name={t("firstSeen")}>{times.full(card.data.firstSeenAt)}</Fact>
        <Fact name={t("lastSeen")}>{times.full(card.data.lastSeenAt)}</Fact>
      </dl>
      <Section title={t("lastMonthSays", { count: statistics.messages })}>
        {statistics.intents.length > 0 && (
          <ul className="space-y-1.5 pt-1">
            {statistics.intents.map(({ intent, count }) => {
              const { icon: Icon, colour } = INTENT_LOOKS[intent];
              return (
                <li
                  key={intent}
                  className="grid grid-cols-[7.5rem_1fr_2.5rem] items-center gap-2 text-[13px]"
                >
                  <span className="flex min-w-0 items-center gap-1.5">
                    <Icon aria-hidden className={`size-3.5 shrink-0 ${colour}`} />
                    <span className="truncate">{t(`intent_${intent}`)}</span>
                  </span>
                  <span aria-hidden className="h-1.5 rounded-full bg-muted">
                    <span
                      className="block h-full rounded-full bg-primary/70"
                      style={{ width: `${(count / most) * 100}%` }}
                    />
                  </span>
                  <span className="text-right text-muted-foreground tabular-nums">
                    {count.toLocaleString(locale)}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
        <Button variant="outline" size="small" className="mt-2 h-8" onClick={() => onPerson(contactId)}>
          {t("allOfPerson")}
        </Button>
      </Section>
      {chats.length > 0 && (
        <Section title={t("chats")}>
          <ul className="-mx-2">
            {chats.map((chat) => (
              <li key={chat.id}>
                <button
                  type="button"
                  className="flex min-h-10 w-full sm:min-h-8 items-center gap-2 rounded-lg px-2 text-left hover:bg-muted"
                  onClick={() => onChat(chat.id)}
                >
                  <ChatIcon type={chat.type} className="size-3.5 shrink-0 text-muted-foreground" />
                  <span className="min-w-0 flex-1 truncate" title={chat.title}>
                    {chat.title}
                  </span>
                  {chat.leftAt && (
                    <span className="shrink-0 text-xs text-muted-foreground">{t("hasLeft")}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {conversations.length > 0 && (
        <Section title={t("conversations")}>
          <ul className="space-y-1">
            {conversations.map((one) => (
              <li key={one.id} className="flex items-baseline justify-between gap-3">
                <Link
                  href={`/inbox?c=${one.id}`}
                  className="relative font-medium text-accent-foreground underline-offset-2 after:absolute after:-inset-x-3 after:-inset-y-2.5 hover:underline sm:after:hidden"
                >
                  #{one.id}
                </Link>
                <span className="text-xs text-muted-foreground">{times.day(one.openedAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {leads.length > 0 && (
        <Section title={t("leads")}>
          <ul className="space-y-1">
            {leads.map((lead) => (
              <li key={lead.id}>
                <Link
                  href={`/leads?lead=${lead.id}`}
                  className="font-medium text-accent-foreground underline-offset-2 [overflow-wrap:anywhere] hover:underline"
                >
                  {lead.name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
