"use client";

import { useTranslations } from "next-intl";
import { BotChat } from "@/components/simulator/bot-chat";
import { CustomerSwitcher } from "@/components/simulator/customer-switcher";
import { PhoneFrame } from "@/components/simulator/phone-frame";
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
      <PhoneFrame>
        <BotChat key={customer.id} cast={cast} customer={customer} simulator={simulator} visible={visible} />
      </PhoneFrame>
    </section>
  );
}
