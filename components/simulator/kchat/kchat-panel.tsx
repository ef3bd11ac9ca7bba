"use client";

import { Smartphone, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { KchatGroupPane } from "@/components/simulator/kchat/kchat-group-pane";
import { KchatPhone } from "@/components/simulator/kchat/kchat-phone";
import type { KchatCast } from "@/components/simulator/kchat/kchat-types";
import type { Kchat } from "@/components/simulator/kchat/use-kchat";
import { SideTabs } from "@/components/simulator/side-tabs";
import type { Simulator } from "@/components/simulator/use-simulator";
import { Alert } from "@/components/ui/alert";

type KchatPanelProps = { cast: KchatCast; kchat: Kchat; simulator: Simulator };

/** KChat: the organiser's and the invitee's phones and their group. */
export function KchatPanel({ cast, kchat, simulator }: KchatPanelProps) {
  const t = useTranslations("Simulator");
  const { state } = kchat;
  const { group, people } = cast;
  const [first] = people;
  const [side, setSide] = useState(first?.chat ?? group.id);
  const bot = state.world?.bots.find(({ id }) => id === cast.bot.id);
  const unread = (chat: string) => (state.chats[chat]?.length ?? 0) - (state.seen[chat] ?? 0);
  const sides = [
    ...people.map(({ chat, firstName }) => ({
      id: chat,
      label: firstName,
      icon: Smartphone,
      unread: unread(chat),
    })),
    { id: group.id, label: t("kchatGroupSide"), icon: UsersRound, unread: unread(group.id) },
  ];
  if (!first || (state.world && !bot)) {
    return (
      <p className="m-auto max-w-md p-6 text-center text-balance text-muted-foreground">
        {t("kchatMissing")}
      </p>
    );
  }
  return (
    <>
      {state.connection === "live" && bot && !bot.connected && (
        <Alert
          tone="warning"
          title={t(bot.expired ? "kchatExpired" : "kchatAsleep")}
          className="mx-3 mt-3 lg:mx-4"
        />
      )}
      <div className="flex min-h-0 flex-1 flex-col gap-3 lg:flex-row lg:gap-5 lg:p-4">
        <SideTabs sides={sides} chosen={side} onChoose={setSide} />
        {people.map((person) => (
          <KchatPhone
            key={person.id}
            cast={cast}
            person={person}
            kchat={kchat}
            simulator={simulator}
            visible={side === person.chat}
          />
        ))}
        <KchatGroupPane
          cast={cast}
          first={first}
          kchat={kchat}
          simulator={simulator}
          visible={side === group.id}
        />
      </div>
    </>
  );
}
