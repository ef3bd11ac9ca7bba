"use client";

import { CircleSlash, CloudAlert, Copy, KeyRound, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KchatCast } from "@/components/simulator/kchat/kchat-types";
import type { Kchat } from "@/components/simulator/kchat/use-kchat";
import { type Trouble, TroubleMenu } from "@/components/simulator/trouble-menu";
import type { Simulator } from "@/components/simulator/use-simulator";

type KchatWhatIfProps = { cast: KchatCast; kchat: Kchat; simulator: Simulator };

/** What goes wrong with KChat in real life, on demand. */
export function KchatWhatIf({ cast, kchat, simulator }: KchatWhatIfProps) {
  const t = useTranslations("Simulator");
  const { act, toast } = simulator;
  const bot = cast.bot.id;
  const { world } = kchat.state;
  const expired = world?.bots.find(({ id }) => id === bot)?.expired ?? false;
  const troubles: Trouble[] = [
    {
      key: "cut",
      icon: Unplug,
      title: t("kchatCutTitle"),
      text: t("kchatCutText"),
      cause: () => act("/kchat/streams", { bot, cut: true, refuse: 2 }),
    },
    {
      key: "double",
      icon: Copy,
      title: t("kchatDoubleTitle"),
      text: t("kchatDoubleText"),
      cause: () => act("/kchat/streams", { bot, double: 5 }),
    },
    {
      key: "gateway",
      icon: CloudAlert,
      title: t("kchatGatewayTitle"),
      text: t("kchatGatewayText"),
      cause: () => act("/kchat/faults", { bot, method: "sendTextMessage", status: 504, times: 3 }),
    },
    {
      key: "expire",
      icon: KeyRound,
      title: t(expired ? "kchatTokenBackTitle" : "kchatExpireTitle"),
      text: t(expired ? "kchatTokenBackText" : "kchatExpireText"),
      cause: () => act(`/kchat/bots/${bot}/expire`, { expired: !expired }),
    },
    {
      key: "clear",
      icon: CircleSlash,
      title: t("clearTitle"),
      text: t("clearText"),
      cause: () => act("/kchat/faults/clear", {}),
    },
  ];
  return <TroubleMenu troubles={troubles} disabled={!world} onDone={toast} />;
}
