"use client";

import { Monitor, Smartphone } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { SettingsSection } from "@/components/settings/settings-section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { SessionView } from "@/server/domain/accounts/schema";

/** Where the account is logged in; each can be ended, or all others at once. */
export function SessionsSection({ sessions, onChange }: { sessions: SessionView[]; onChange: () => void }) {
  const t = useTranslations("Security");
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);

  async function end(sessionId: string | null) {
    setBusy(sessionId ?? "all");
    setTrouble(null);
    const outcome = await askAccount((account) =>
      sessionId ? account.endSession.mutate({ sessionId }) : account.endOtherSessions.mutate(),
    );
    setBusy(null);
    if (outcome.ok) onChange();
    else setTrouble(outcome.trouble);
  }

  return (
    <SettingsSection id="security-sessions" title={t("sessions")} hint={t("sessionsHint")}>
      <AskTroubleAlert trouble={trouble} />
      <ul aria-labelledby="security-sessions" className="divide-y divide-border">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} busy={busy !== null} onEnd={() => end(session.id)} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button size="small" variant="outline" disabled={busy !== null} onClick={() => end(null)}>
          {t("endOthers")}
        </Button>
      )}
    </SettingsSection>
  );
}

type SessionRowProps = { session: SessionView; busy: boolean; onEnd: () => void };

function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const t = useTranslations("Security");
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const { browser, system, ip, current } = session;
  const device = t("device", { browser: browser ?? t("someBrowser"), system: system ?? t("someSystem") });
  const Icon = system === "iPhone" || system === "Android" ? Smartphone : Monitor;
  return (
    <li className="flex items-center gap-4 py-3 first:pt-0">
      <Icon aria-hidden className="size-5 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
          {device}
          {current && <Badge tone="success">{t("current")}</Badge>}
        </p>
        <p className="mt-0.5 text-sm break-words text-muted-foreground" suppressHydrationWarning>
          {ip ?? t("noAddress")} · {t("seen", { when: format.relativeTime(new Date(session.seenAt), now) })}
        </p>
      </div>
      {!current && (
        <Button
          size="small"
          variant="outline"
          disabled={busy}
          aria-label={t("endNamed", { device })}
          onClick={onEnd}
        >
          {t("end")}
        </Button>
      )}
    </li>
  );
}
