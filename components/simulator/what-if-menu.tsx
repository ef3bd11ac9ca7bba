"use client";

import {
  Ban,
  CircleSlash,
  CloudAlert,
  Gauge,
  type LucideIcon,
  ShieldOff,
  Trash2,
  WandSparkles,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { GENERAL } from "@/components/simulator/simulator-state";
import type { Cast, CastPerson } from "@/components/simulator/simulator-types";
import { botHasRights, groupIdNow, isBlocked } from "@/components/simulator/simulator-views";
import type { Simulator } from "@/components/simulator/use-simulator";
import { Button } from "@/components/ui/button";

type WhatIfMenuProps = { cast: Cast; customer: CastPerson; topicId: number | null; simulator: Simulator };

type Trouble = {
  key: string;
  icon: LucideIcon;
  title: string;
  text: string;
  disabled?: boolean;
  cause: () => Promise<boolean>;
};

const ALL_RIGHTS = { can_delete_messages: true, can_pin_messages: true, can_invite_users: true };

/** What goes wrong in real life, on demand. */
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
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button variant="outline" size="small" disabled={state.world === null}>
          <WandSparkles aria-hidden />
          <span className="max-sm:sr-only">{t("whatIf")}</span>
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        collisionPadding={8}
        className="z-50 w-80 max-w-[calc(100vw-1rem)] rounded-2xl border border-border bg-popover p-1.5 text-popover-foreground shadow-lifted"
      >
        <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-xs text-muted-foreground">
          {t("whatIfText")}
        </DropdownMenu.Label>
        {troubles.map(({ key, icon: Icon, title, text, disabled, cause }) => (
          <DropdownMenu.Item
            key={key}
            disabled={disabled}
            onSelect={() => void cause().then((done) => done && toast(t("done", { what: title })))}
            className="flex cursor-pointer gap-3 rounded-xl px-2.5 py-2 outline-none data-disabled:cursor-default data-disabled:opacity-50 data-highlighted:bg-accent"
          >
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
            <span>
              <span className="block text-sm font-medium">{title}</span>
              <span className="block text-xs text-muted-foreground">{text}</span>
            </span>
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
