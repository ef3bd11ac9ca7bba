"use client";

import { createTRPCClient, httpLink } from "@trpc/client";
import { Mail } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { DemoMail } from "@/server/domain/notifications/list-demo-mails";
import type { AppRouter } from "@/server/trpc/root";

const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc" })] });
const lookMs = 5_000;

/** The demo workspace's letters, which go nowhere else. */
export function MailMenu() {
  const t = useTranslations("Simulator");
  const [mails, setMails] = useState<DemoMail[]>([]);
  useEffect(() => {
    let ended = false;
    const look = () =>
      client.demo.mails.query().then(
        (found) => {
          if (!ended) setMails(found);
        },
        // The page's badge tells that the connection is lost; the next look may succeed.
        () => undefined,
      );
    void look();
    const timer = setInterval(look, lookMs);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, []);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="outline" size="small" aria-label={t("mailCount", { count: mails.length })}>
          <Mail aria-hidden />
          <span aria-hidden>{mails.length}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t("mail")} className="w-96">
        <p className="text-sm font-semibold">{t("mail")}</p>
        <p className="mt-0.5 text-xs text-muted-foreground">{t("mailHint")}</p>
        {mails.length === 0 && <p className="mt-4 text-sm text-muted-foreground">{t("mailEmpty")}</p>}
        <ul className="mt-3 divide-y divide-border">
          {mails.map((mail) => (
            <Letter key={mail.id} mail={mail} />
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}

function Letter({ mail }: { mail: DemoMail }) {
  const t = useTranslations("Simulator");
  const format = useFormatter();
  return (
    <li className="py-2">
      <details>
        <summary className="cursor-pointer rounded text-sm">
          <span className="font-medium">{mail.subject}</span>
          <span className="block truncate pl-4 text-xs text-muted-foreground" title={mail.to}>
            {mail.to} · {format.dateTime(new Date(mail.at), { timeStyle: "short" })}
          </span>
        </summary>
        <p className="mt-2 text-sm leading-relaxed break-words whitespace-pre-line">
          {mail.text.split(/(https?:\/\/\S+)/).map((part, index) =>
            index % 2 === 0 ? (
              part
            ) : (
              <a
                key={part}
                href={part}
                target="_blank"
                rel="noreferrer"
                className="text-primary underline underline-offset-4"
              >
                {part}
              </a>
            ),
          )}
        </p>
        {mail.calendar && (
          <a
            href={`data:text/calendar;charset=utf-8,${encodeURIComponent(mail.calendar)}`}
            download="invite.ics"
            className="mt-2 inline-block text-sm text-primary underline underline-offset-4"
          >
            {t("mailEvent", { kind: mail.calendar.includes("METHOD:CANCEL") ? "cancel" : "invite" })}
          </a>
        )}
      </details>
    </li>
  );
}
