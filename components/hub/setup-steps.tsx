import { useQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";

const steps = ["stepAdd", "stepPrivacy", "stepSay"] as const;

/** How messages come into the hub, while there are none. */
export function SetupSteps() {
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.resources.list.queryOptions());
  const bots = data?.filter(({ provider }) => provider === "telegram") ?? [];
  const bot = bots.find(({ username }) => username);
  return (
    <div className="mx-auto max-w-lg px-6 py-10">
      <span className="grid size-12 place-items-center rounded-2xl bg-accent text-accent-foreground">
        <MessagesSquare aria-hidden className="size-6" />
      </span>
      <h2 className="mt-4 text-lg font-semibold tracking-tight">{t("setupTitle")}</h2>
      <p className="mt-1.5 text-sm leading-relaxed text-muted-foreground">{t("setupHint")}</p>
      <ol className="mt-6 space-y-5">
        {steps.map((step, at) => (
          <li key={step} className="flex gap-3.5">
            <span
              aria-hidden
              className="grid size-6 shrink-0 place-items-center rounded-full bg-muted text-xs font-semibold tabular-nums"
            >
              {at + 1}
            </span>
            <div className="min-w-0 text-sm leading-relaxed">
              <p className="font-medium">{t(step, { bot: bot ? `@${bot.username}` : t("yourBot") })}</p>
              <p className="mt-0.5 text-muted-foreground">{t(`${step}Hint`)}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className="mt-7 flex flex-wrap gap-2">
        {bot && (
          <Button asChild size="small">
            <a
              href={`https://t.me/${encodeURIComponent(bot.username ?? "")}?startgroup=true`}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t("addToGroup")}
            </a>
          </Button>
        )}
        <Button asChild size="small" variant={bot ? "outline" : "primary"}>
          <Link href={bot ? `/resources/${bot.id}` : "/resources"}>{t(bot ? "botPage" : "connectBot")}</Link>
        </Button>
      </div>
    </div>
  );
}
