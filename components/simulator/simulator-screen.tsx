"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ConnectionBadge } from "@/components/simulator/connection-badge";
import { CustomerPane } from "@/components/simulator/customer-pane";
import { MailMenu } from "@/components/simulator/mail-menu";
import { ManagersPane } from "@/components/simulator/managers-pane";
import { NotAvailable } from "@/components/simulator/not-available";
import { SideTabs } from "@/components/simulator/side-tabs";
import { roomKey } from "@/components/simulator/simulator-state";
import type { Cast, CastPerson } from "@/components/simulator/simulator-types";
import { groupIdNow, topicViews, unreadAt } from "@/components/simulator/simulator-views";
import { ToastStack } from "@/components/simulator/toast-stack";
import { useSimulator } from "@/components/simulator/use-simulator";
import { WhatIfMenu } from "@/components/simulator/what-if-menu";
import { Alert } from "@/components/ui/alert";

type SimulatorScreenProps = {
  cast: Cast;
  firstCustomer: CastPerson;
  /** What stands at the header's end: language and theme. */
  children?: ReactNode;
};

/** Both sides of the support story: the customer's phone beside the managers' group. */
export function SimulatorScreen({ cast, firstCustomer, children }: SimulatorScreenProps) {
  const t = useTranslations("Simulator");
  const simulator = useSimulator(cast);
  const [side, setSide] = useState<"customer" | "managers">("customer");
  const [customerId, setCustomerId] = useState(firstCustomer.id);
  const [staffId, setStaffId] = useState(cast.staff[0]?.id ?? 0);
  const [topicId, setTopicId] = useState<number | null>(null);
  const { state } = simulator;
  const customer = cast.customers.find(({ id }) => id === customerId) ?? firstCustomer;
  const unavailable = state.connection === "down" || state.connection === "refused" ? state.connection : null;
  const bot = state.world?.bots.find(({ id }) => id === cast.botId);
  const topics = topicViews(state, groupIdNow(state, cast), t("general"));
  const unread = {
    customer: cast.customers.reduce((sum, { id }) => sum + unreadAt(state, roomKey(id, cast.botId), 1), 0),
    managers: topics.reduce((sum, topic) => sum + topic.unread, 0),
  };
  return (
    <div className="flex h-dvh flex-col low:h-auto">
      <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border bg-card px-3 py-2 lg:px-5">
        <div className="flex min-w-0 flex-1 items-baseline gap-3">
          <h1 className="text-base font-semibold tracking-tight max-[23rem]:text-sm">{t("title")}</h1>
          <p className="truncate text-sm text-muted-foreground max-lg:sr-only">{t("lead")}</p>
        </div>
        <ConnectionBadge connection={state.connection} />
        {!unavailable && <MailMenu />}
        <WhatIfMenu cast={cast} customer={customer} topicId={topicId} simulator={simulator} />
        {children}
      </header>
      {state.connection === "live" && bot && !bot.polling && !bot.webhook && (
        <Alert tone="warning" title={t("botAsleep")} className="mx-3 mt-3 lg:mx-4" />
      )}
      {unavailable ? (
        <main className="flex flex-1 overflow-y-auto">
          <NotAvailable why={unavailable} />
        </main>
      ) : (
        <main className="flex min-h-0 flex-1 flex-col gap-3 lg:flex-row lg:gap-5 lg:p-4">
          <SideTabs side={side} unread={unread} onChoose={setSide} />
          <CustomerPane
            cast={cast}
            customer={customer}
            simulator={simulator}
            visible={side === "customer"}
            onChoose={setCustomerId}
          />
          <ManagersPane
            cast={cast}
            simulator={simulator}
            visible={side === "managers"}
            topicId={topicId}
            staffId={staffId}
            onTopic={setTopicId}
            onStaff={setStaffId}
          />
        </main>
      )}
      <ToastStack toasts={simulator.toasts} />
    </div>
  );
}
