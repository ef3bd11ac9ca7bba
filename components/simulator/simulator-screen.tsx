"use client";

import { useTranslations } from "next-intl";
import { Tabs as Primitive } from "radix-ui";
import { type ReactNode, useState } from "react";
import { ConnectionBadge } from "@/components/simulator/connection-badge";
import { KchatPanel } from "@/components/simulator/kchat/kchat-panel";
import type { KchatCast } from "@/components/simulator/kchat/kchat-types";
import { KchatWhatIf } from "@/components/simulator/kchat/kchat-what-if";
import { useKchat } from "@/components/simulator/kchat/use-kchat";
import { MailMenu } from "@/components/simulator/mail-menu";
import { NotAvailable } from "@/components/simulator/not-available";
import type { Cast, CastPerson } from "@/components/simulator/simulator-types";
import { TelegramPanel } from "@/components/simulator/telegram-panel";
import { ToastStack } from "@/components/simulator/toast-stack";
import { useSimulator } from "@/components/simulator/use-simulator";
import { WhatIfMenu } from "@/components/simulator/what-if-menu";
import { cn } from "@/components/ui/cn";

const MESSENGERS = { telegram: "Telegram", kchat: "KChat" };
type Messenger = keyof typeof MESSENGERS;

type SimulatorScreenProps = {
  cast: Cast;
  kchatCast: KchatCast;
  firstCustomer: CastPerson;
  /** What stands at the header's end: language and theme. */
  children?: ReactNode;
};

/** The whole outside world to play in: Telegram's support story and KChat's meetings. */
export function SimulatorScreen({ cast, kchatCast, firstCustomer, children }: SimulatorScreenProps) {
  const t = useTranslations("Simulator");
  const [messenger, setMessenger] = useState<Messenger>("telegram");
  const [kchatOpened, setKchatOpened] = useState(false);
  const simulator = useSimulator(cast);
  const kchat = useKchat(kchatCast, kchatOpened);
  const [customerId, setCustomerId] = useState(firstCustomer.id);
  const [topicId, setTopicId] = useState<number | null>(null);
  const customer = cast.customers.find(({ id }) => id === customerId) ?? firstCustomer;
  const { connection } = messenger === "telegram" ? simulator.state : kchat.state;
  const unavailable = connection === "down" || connection === "refused" ? connection : null;
  const panel = cn("flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden", unavailable && "hidden");
  function choose(next: string) {
    setMessenger(next === "kchat" ? "kchat" : "telegram");
    if (next === "kchat") setKchatOpened(true);
  }
  return (
    <Primitive.Root value={messenger} onValueChange={choose} className="flex h-dvh flex-col low:h-auto">
      <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border bg-card px-3 py-2 lg:px-5">
        <h1 className="text-base font-semibold tracking-tight max-sm:flex-1 max-[23rem]:text-sm">
          {t("title")}
        </h1>
        <Primitive.List
          aria-label={t("messengers")}
          className="flex shrink-0 gap-0.5 rounded-lg bg-muted p-0.5 max-sm:order-last max-sm:flex-1"
        >
          {Object.entries(MESSENGERS).map(([value, name]) => (
            <Primitive.Trigger
              key={value}
              value={value}
              className="rounded-md px-2.5 py-1 text-xs font-medium -outline-offset-2 max-sm:flex-1 max-sm:py-2 max-sm:text-sm text-muted-foreground transition-colors hover:text-foreground data-[state=active]:bg-card data-[state=active]:text-foreground data-[state=active]:shadow-soft"
            >
              {name}
            </Primitive.Trigger>
          ))}
        </Primitive.List>
        <p className="min-w-0 flex-1 truncate text-sm text-muted-foreground max-sm:sr-only">
          <span className="max-xl:sr-only">{t("lead")}</span>
        </p>
        <ConnectionBadge connection={connection} />
        {!unavailable && <MailMenu />}
        {messenger === "telegram" ? (
          <WhatIfMenu cast={cast} customer={customer} topicId={topicId} simulator={simulator} />
        ) : (
          <KchatWhatIf cast={kchatCast} kchat={kchat} simulator={simulator} />
        )}
        <div className="flex items-center gap-3 max-sm:order-last">{children}</div>
      </header>
      <main className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {unavailable && <NotAvailable why={unavailable} />}
        {/* Both stay as they were left while the other is looked at. */}
        <Primitive.Content forceMount value="telegram" tabIndex={-1} className={panel}>
          <TelegramPanel
            cast={cast}
            simulator={simulator}
            visible={messenger === "telegram"}
            customer={customer}
            topicId={topicId}
            onCustomer={setCustomerId}
            onTopic={setTopicId}
          />
        </Primitive.Content>
        <Primitive.Content forceMount value="kchat" tabIndex={-1} className={panel}>
          {kchatOpened && <KchatPanel cast={kchatCast} kchat={kchat} simulator={simulator} />}
        </Primitive.Content>
      </main>
      <ToastStack toasts={simulator.toasts} />
    </Primitive.Root>
  );
}
