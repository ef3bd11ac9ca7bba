import { ExternalLink } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ContactFace } from "@/components/inbox/contact-face";
import { MakeLead } from "@/components/inbox/make-lead";
import { useTimes } from "@/components/inbox/use-times";
import { cn } from "@/components/ui/cn";
import type { ThreadView } from "@/server/domain/conversations/inbox-schema";

const closedWords = {
  customer: "closedByCustomer",
  manager: "closedByManager",
  idle: "closedByIdle",
} as const;

type DetailsPanelProps = { thread: ThreadView; className?: string; onChoose: (id: number) => void };

/** What is known of the customer and of the case. */
export function DetailsPanel({ thread, className, onChoose }: DetailsPanelProps) {
  const t = useTranslations("Inbox");
  const locale = useLocale();
  const times = useTimes();
  const { contact, resource, row, earlier } = thread;
  const closed = closedWords[thread.closedBy as keyof typeof closedWords] as
    | (typeof closedWords)[keyof typeof closedWords]
    | undefined;
  const language = new Intl.DisplayNames([locale], { type: "language", fallback: "code" }).of(
    contact.language,
  );
  return (
    <div className={cn("space-y-6 text-sm", className)}>
      <div className="flex items-center gap-3">
        <ContactFace name={contact.name} id={row.id} className="size-12 text-base" />
        <div className="min-w-0">
          <p dir="auto" className="font-semibold [overflow-wrap:anywhere]">
            {contact.name}
          </p>
          <p className="text-xs text-muted-foreground">#{row.id}</p>
        </div>
      </div>
      <MakeLead conversationId={row.id} />
      {contact.blocked && (
        <p className="rounded-xl bg-warning-soft px-3.5 py-2.5 leading-relaxed">
          {t("blocked", { miniApp: row.channel.hasMiniApp ? "yes" : "no" })}
        </p>
      )}
      {thread.handoffReason && (
        <Section title={t("reason")}>
          <p className="leading-relaxed first-letter:uppercase">{thread.handoffReason}</p>
        </Section>
      )}
      {thread.summary && (
        <Section title={t("summary")}>
          <p dir="auto" className="leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
            {thread.summary}
          </p>
        </Section>
      )}
      <dl className="space-y-2.5">
        {contact.username && (
          <Fact name={t("username")}>
            {contact.page ? (
              <a
                href={contact.page}
                target="_blank"
                rel="noopener noreferrer"
                className="inline-flex items-center gap-1 text-accent-foreground underline decoration-1 underline-offset-2"
              >
                @{contact.username}
                <ExternalLink aria-hidden className="size-3" />
              </a>
            ) : (
              `@${contact.username}`
            )}
          </Fact>
        )}
        <Fact name={t("idAt", { messenger: row.channel.name })}>{contact.externalId}</Fact>
        <Fact name={t("language")}>{language ?? contact.language}</Fact>
        <Fact name={t("channel")}>{row.channel.name}</Fact>
        <Fact name={t("bot")}>{resource.username ? `@${resource.username}` : resource.name}</Fact>
        {contact.leadSource && <Fact name={t("leadSource")}>{contact.leadSource}</Fact>}
        <Fact name={t("firstSeen")}>{times.full(contact.firstSeenAt)}</Fact>
        <Fact name={t("lastSeen")}>{times.full(contact.lastSeenAt)}</Fact>
        <Fact name={t("opened")}>{times.full(thread.openedAt)}</Fact>
        {thread.closedAt && closed && <Fact name={t(closed)}>{times.full(thread.closedAt)}</Fact>}
        {row.rating !== null && (
          <Fact name={t("rating", { rating: row.rating })}>{"★".repeat(row.rating)}</Fact>
        )}
      </dl>
      <Section title={t("earlier", { count: thread.earlierCount })}>
        {earlier.length > 0 && (
          <ul className="-mx-2">
            {earlier.map(({ id, openedAt, state, rating }) => (
              <li key={id}>
                <button
                  type="button"
                  className="flex w-full items-center justify-between gap-3 rounded-lg px-2 py-1.5 text-left hover:bg-muted"
                  onClick={() => onChoose(id)}
                >
                  <span>
                    #{id} · {times.day(openedAt)}
                  </span>
                  <span className="text-xs text-muted-foreground">
                    {rating ? `${rating} ★` : t(`state_${state}`)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="space-y-1.5">
      <h3 className="text-xs font-medium text-muted-foreground">{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="shrink-0 text-xs text-muted-foreground">{name}</dt>
      <dd className="min-w-0 text-right tabular-nums [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
