import { useFormatter, useTranslations } from "next-intl";
import { useProviderWords } from "@/components/resources/use-provider-words";
import { Card } from "@/components/ui/card";
import type { ResourceEventView } from "@/server/domain/resources/schema";

const tones: Record<string, string> = {
  activated: "bg-success",
  recovered: "bg-success",
  error: "bg-destructive",
  testedFailed: "bg-destructive",
  warning: "bg-warning",
};

const shownAtOnce = 8;

/** What happened to a resource, the newest first. */
export function ResourceEvents({ events, provider }: { events: ResourceEventView[]; provider: string }) {
  const t = useTranslations("Resources.events");
  return (
    <Card className="p-5 sm:p-6" aria-labelledby="resource-events">
      <h2 id="resource-events" className="font-semibold tracking-tight">
        {t("title")}
      </h2>
      {events.length === 0 ? (
        <p className="mt-3 text-sm leading-relaxed text-muted-foreground">{t("empty")}</p>
      ) : (
        <>
          <EventRows events={events.slice(0, shownAtOnce)} provider={provider} />
          {events.length > shownAtOnce && (
            <details className="mt-4">
              <summary className="w-fit cursor-pointer rounded text-sm font-medium">{t("older")}</summary>
              <EventRows events={events.slice(shownAtOnce)} provider={provider} />
            </details>
          )}
        </>
      )}
    </Card>
  );
}

function EventRows({ events, provider }: { events: ResourceEventView[]; provider: string }) {
  return (
    <ol className="mt-4 space-y-3.5">
      {events.map((event) => (
        <ResourceEvent key={event.id} event={event} provider={provider} />
      ))}
    </ol>
  );
}

function ResourceEvent({ event, provider }: { event: ResourceEventView; provider: string }) {
  const t = useTranslations("Resources.events");
  const format = useFormatter();
  const words = useProviderWords(provider);
  const type = event.type === "tested" && event.code ? "testedFailed" : event.type;
  const known = t.has(`types.${type}` as "types.other") ? type : "other";
  const own = event.code && t.has(`codes.${event.code}` as "codes.added");
  const said = own
    ? t(`codes.${event.code}` as "codes.added")
    : event.code && words.trouble(type === "warning" ? "warnings" : "errors", event.code).title;
  const at = new Date(event.at);
  return (
    <li className="flex gap-3 text-sm">
      <span
        aria-hidden
        className={`mt-1.5 size-2 shrink-0 rounded-full ${tones[type] ?? "bg-muted-foreground/50"}`}
      />
      <div className="min-w-0">
        <p className="font-medium">{own ? said : t(`types.${known}` as "types.other")}</p>
        {said && !own && <p className="text-muted-foreground">{said}</p>}
        <time
          dateTime={event.at}
          title={event.detail ?? undefined}
          className="text-xs text-muted-foreground"
          suppressHydrationWarning
        >
          {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
        </time>
      </div>
    </li>
  );
}
