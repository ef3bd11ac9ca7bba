"use client";

import { Ban, CircleSlash, CloudAlert, Gauge, ShieldOff, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { GENERAL } from "@/components/simulator/simulator-state";
import type { Cast, CastPerson } from "@/components/simulator/simulator-types";
import { botHasRights, groupIdNow, isBlocked } from "@/components/simulator/simulator-views";
import { type Trouble, TroubleMenu } from "@/components/simulator/trouble-menu";
import type { Simulator } from "@/components/simulator/use-simulator";

type WhatIfMenuProps = { cast: Cast; customer: CastPerson; topicId: number | null; simulator: Simulator };

const ALL_RIGHTS = { can_delete_messages: true, can_pin_messages: true, can_invite_users: true };

/** What goes wrong with Telegram in real life, on demand. */
export function WhatIfMenu({ cast, customer, topicId, simulator }: WhatIfMenuProps) {
  const t = useTranslations("Simulator");
  const { state, act, clearFaults, toast } = simulator;
  const { botId: bot } = cast;
  const chat = groupIdNow(state, cast);
  const blocked = isBlocked(state, bot, customer.id);
  const hasRights = botHasRights(state, bot, chat);
  const noTopic = topicId === null || topicId === GENERAL;
  const name = customer.firstName;
  const troubles: Trouble[] = [
    {
      key: "flood",
      icon: Gauge,
      title: t("floodTitle"),
      text: t("floodText"),
      cause: () =>
        act("/faults", {
          bot,
          method: "sendMessage",
          errorCode: 429,
          description: "Too Many Requests: retry after 3",
          retryAfter: 3,
          times: 3,
        }),
    },
    {
      key: "block",
      icon: Ban,
      title: t(blocked ? "unblockTitle" : "blockTitle", { name }),
      text: t(blocked ? "unblockText" : "blockText"),
      cause: () => act("/blocks", { user: customer.id, bot, blocked: !blocked }),
    },
    {
      key: "delete",
      icon: Trash2,
      title: t("deleteTopicTitle"),
      text: t(noTopic ? "deleteTopicPick" : "deleteTopicText"),
      disabled: noTopic,
      cause: () => act("/topics/delete", { chat, topic: topicId }),
    },
    {
      key: "rights",
      icon: ShieldOff,
      title: t(hasRights ? "rightsTitle" : "rightsBackTitle"),
      text: t(hasRights ? "rightsText" : "rightsBackText"),
      cause: () =>
        act(`/groups/${chat}/rights`, {
          user: bot,
          rights: { ...ALL_RIGHTS, can_manage_topics: !hasRights },
        }),
    },
    {
      key: "broken",
      icon: CloudAlert,
      title: t("brokenTitle"),
      text: t("brokenText"),
      cause: () =>
        act("/faults", {
          bot,
          method: "sendMessage",
          errorCode: 500,
          description: "Internal Server Error",
          times: 5,
        }),
    },
    {
      key: "clear",
      icon: CircleSlash,
      title: t("clearTitle"),
      text: t("clearText"),
      cause: async () => {
        await clearFaults();
        return true;
      },
    },
  ];
  return <TroubleMenu troubles={troubles} disabled={state.world === null} onDone={toast} />;
}
