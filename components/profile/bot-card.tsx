"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { toast } from "sonner";
import { Trouble } from "@/components/resources/trouble";
import { SettingsSection } from "@/components/settings/settings-section";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import type { BotState } from "@/server/domain/workspaces/bot-schema";

const tones = { active: "success", error: "destructive", paused: "neutral", ready: "neutral" } as const;

/** The switch for everything the workspace's bots do, with the state of each of them. */
export function BotCard({ initial }: { initial: BotState }) {
  const t = useTranslations("Profile.bot");
  const format = useFormatter();
  const trpc = useTRPC();
  const { data, refetch } = useQuery({
    ...trpc.bot.state.queryOptions(),
    initialData: initial,
    refetchInterval: 10_000,
  });
  const told = {
    onSuccess: () => refetch().then(() => undefined),
    onError: () => {
      toast.error(t("failed"));
    },
  };
  const start = useMutation(trpc.bot.start.mutationOptions(told));
  const stop = useMutation(trpc.bot.stop.mutationOptions(told));
  const busy = start.isPending || stop.isPending;
  const runs = data.state === "running";
  return (
    <SettingsSection
      id="bot"
      title={t("title")}
      hint={t("hint")}
      control={
        <Switch
          aria-labelledby="bot"
          checked={runs}
          disabled={!data.mayControl || busy}
          onCheckedChange={(on) => (on ? start : stop).mutate()}
        />
      }
    >
      <div role="status" className="space-y-1 text-sm leading-relaxed">
        <p className={runs ? "text-success" : "font-medium text-warning"}>
          {runs
            ? t("running")
            : t("stopped", {
                since: format.dateTime(new Date(data.since ?? 0), {
                  dateStyle: "medium",
                  timeStyle: "short",
                }),
              })}
        </p>
        {!runs && <p className="text-muted-foreground">{t("stoppedHint")}</p>}
      </div>
      {data.resources.length === 0 ? (
        <div className="space-y-3 text-sm text-muted-foreground">
          <p>{t("empty")}</p>
          <Button asChild size="small" variant="outline">
            <Link href="/resources">{t("connect")}</Link>
          </Button>
        </div>
      ) : (
        <ul className="divide-y divide-border/70">
          {data.resources.map(({ id, name, provider, state, error }) => {
            const shown = runs || state !== "active" ? state : "waiting";
            return (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0"
              >
                <Link
                  href={`/resources/${id}`}
                  title={name}
                  className="min-w-0 truncate font-medium underline-offset-4 hover:underline"
                >
                  {name}
                </Link>
                <Badge tone={shown === "waiting" ? "warning" : tones[state]}>{t(`state.${shown}`)}</Badge>
                {error && (
                  <div className="w-full">
                    <Trouble kind="errors" trouble={error} provider={provider} />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {!data.mayControl && <p className="text-sm text-muted-foreground">{t("readOnly")}</p>}
    </SettingsSection>
  );
}
