"use client";

import { useTranslations } from "next-intl";
import { BotChat } from "@/components/simulator/bot-chat";
import { CustomerSwitcher } from "@/components/simulator/customer-switcher";
import { GENERAL, roomKey } from "@/components/simulator/simulator-state";
import type { Cast, CastPerson } from "@/components/simulator/simulator-types";
import { unreadAt } from "@/components/simulator/simulator-views";
import type { Simulator } from "@/components/simulator/use-simulator";
import { cn } from "@/components/ui/cn";

type CustomerPaneProps = {
  cast: Cast;
  customer: CastPerson;
  simulator: Simulator;
  /** On a phone only one side is shown. */
  visible: boolean;
  onChoose: (id: number) => void;
};

/** The customer's side: whose phone, and the phone. */
export function CustomerPane({ cast, customer, simulator, visible, onChoose }: CustomerPaneProps) {
  const t = useTranslations("Simulator");
  return (
    <section
      aria-label={t("customerRegion")}
      className={cn(
        "flex min-h-0 flex-1 flex-col gap-3 low:h-dvh low:flex-none lg:w-[25.5rem] lg:flex-none",
        !visible && "max-lg:hidden",
      )}
    >
      <div className="max-lg:px-3">
        <CustomerSwitcher
          customers={cast.customers}
          chosen={customer.id}
          unread={({ id }) => unreadAt(simulator.state, roomKey(id, cast.botId), GENERAL)}
          onChoose={onChoose}
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col max-lg:border-t max-lg:border-border lg:mx-auto lg:max-h-[50rem] lg:w-[24rem] lg:rounded-[2.75rem] lg:bg-[oklch(0.24_0.012_265)] lg:p-2.5 lg:shadow-lifted lg:ring-1 lg:ring-white/10 lg:ring-inset">
        <div className="relative flex min-h-0 flex-1 flex-col overflow-hidden bg-card lg:rounded-[2.125rem]">
          <span aria-hidden className="hidden h-6 shrink-0 place-items-center bg-card lg:grid">
            <span className="h-1.5 w-20 rounded-full bg-foreground/15" />
          </span>
          <BotChat
            key={customer.id}
            cast={cast}
            customer={customer}
            simulator={simulator}
            visible={visible}
          />
          <span aria-hidden className="hidden h-4 shrink-0 place-items-center bg-card lg:grid">
            <span className="h-1 w-28 rounded-full bg-foreground/15" />
          </span>
        </div>
      </div>
    </section>
  );
}
