"use client";

import { Smartphone, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CustomerPane } from "@/components/simulator/customer-pane";
import { ManagersPane } from "@/components/simulator/managers-pane";
import { SideTabs } from "@/components/simulator/side-tabs";
import { roomKey } from "@/components/simulator/simulator-state";
import type { Cast, CastPerson } from "@/components/simulator/simulator-types";
import { groupIdNow, topicViews, unreadAt } from "@/components/simulator/simulator-views";
import type { Simulator } from "@/components/simulator/use-simulator";
import { Alert } from "@/components/ui/alert";

type TelegramPanelProps = {
  cast: Cast;
  simulator: Simulator;
  /** Whether somebody looks: what comes meanwhile stays unread. */
  visible: boolean;
  customer: CastPerson;
  topicId: number | null;
  onCustomer: (id: number) => void;
  onTopic: (id: number | null) => void;
};

/** Both sides of the support story: the customer's phone beside the managers' group. */
export function TelegramPanel(props: TelegramPanelProps) {
  const { cast, simulator, visible, customer, topicId, onCustomer, onTopic } = props;
  const t = useTranslations("Simulator");
  const [side, setSide] = useState<"customer" | "managers">("customer");
  const [staffId, setStaffId] = useState(cast.staff[0]?.id ?? 0);
  const { state } = simulator;
  const bot = state.world?.bots.find(({ id }) => id === cast.botId);
  const topics = topicViews(state, groupIdNow(state, cast), t("general"));
  const sides = [
    {
      id: "customer" as const,
      label: t("customerSide"),
      icon: Smartphone,
      unread: cast.customers.reduce((sum, { id }) => sum + unreadAt(state, roomKey(id, cast.botId), 1), 0),
    },
    {
      id: "managers" as const,
      label: t("managerSide"),
      icon: UsersRound,
      unread: topics.reduce((sum, topic) => sum + topic.unread, 0),
    },
  ];
  return (
    <>
      {state.connection === "live" && bot && !bot.polling && !bot.webhook && (
        <Alert tone="warning" title={t("botAsleep")} className="mx-3 mt-3 lg:mx-4" />
      )}
      <div className="flex min-h-0 flex-1 flex-col gap-3 lg:flex-row lg:gap-5 lg:p-4">
        <SideTabs sides={sides} chosen={side} onChoose={setSide} />
        <CustomerPane
          cast={cast}
          customer={customer}
          simulator={simulator}
          visible={visible && side === "customer"}
          onChoose={onCustomer}
        />
        <ManagersPane
          cast={cast}
          simulator={simulator}
          visible={visible && side === "managers"}
          topicId={topicId}
          staffId={staffId}
          onTopic={onTopic}
          onStaff={setStaffId}
        />
      </div>
    </>
  );
}
