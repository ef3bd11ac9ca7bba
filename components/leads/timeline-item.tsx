"use client";

import {
  ArrowRightLeft,
  Coins,
  type LucideIcon,
  Merge,
  MessageCircle,
  MessagesSquare,
  NotebookPen,
  PencilLine,
  Plus,
  Target,
  UserRound,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useLeadWords } from "@/components/leads/use-lead-words";
import { LEAD_STATUSES, type LeadTimelineItem } from "@/server/domain/leads/schema";

type Item<Type extends LeadTimelineItem["type"]> = Extract<LeadTimelineItem, { type: Type }>;

const stepIcons: Record<Item<"step">["kind"], LucideIcon> = {
  created: Plus,
  note: NotebookPen,
  status: ArrowRightLeft,
  owner: UserRound,
  value: Coins,
  next_step: Target,
  details: PencilLine,
  merged: Merge,
  separated: Merge,
};

/** One thing of a lead's timeline. */
export function TimelineItem({ item }: { item: LeadTimelineItem }) {
  const words = useLeadWords();
  const Icon =
    item.type === "step"
      ? stepIcons[item.kind]
      : item.type === "conversation"
        ? MessageCircle
        : MessagesSquare;
  return (
    <li className="relative text-sm">
      <span className="absolute top-0 -left-5 grid size-6 -translate-x-1/2 place-items-center rounded-full border border-border bg-popover text-muted-foreground">
        <Icon aria-hidden className="size-3.5" />
      </span>
      <div className="pl-2">
        {item.type === "step" ? (
          <Step item={item} />
        ) : item.type === "conversation" ? (
          <Conversation item={item} />
        ) : (
          <GroupMessage item={item} />
        )}
        <time dateTime={item.at} className="mt-0.5 block text-xs text-muted-foreground tabular-nums">
          {words.moment(item.at)}
        </time>
      </div>
    </li>
  );
}

function Step({ item }: { item: Item<"step"> }) {
  const t = useTranslations("Leads");
  const say = useStepWords();
  if (item.kind !== "note")
    return (
      <p className="text-muted-foreground [overflow-wrap:anywhere]">
        <span className="font-medium text-foreground">{item.actorName}</span> {say(item)}
      </p>
    );
  return (
    <div className="rounded-xl bg-muted px-3.5 py-2.5">
      <p className="text-xs font-medium text-muted-foreground">{t("noteBy", { name: item.actorName })}</p>
      <p dir="auto" className="mt-1 leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
        {item.text}
      </p>
    </div>
  );
}

/** A step in words, from the details that the server keeps with it. */
function useStepWords(): (item: Item<"step">) => string {
  const t = useTranslations("Leads");
  const words = useLeadWords();
  const status = (value: unknown) => {
    const known = LEAD_STATUSES.find((each) => each === value);
    return known ? words.status(known) : String(value);
  };
  return ({ kind, details }) => {
    const { from, to } = details;
    const text = (value: unknown) => (typeof value === "string" ? value : "");
    switch (kind) {
      case "created":
        return t("step.created", { source: words.source(text(details.source)) });
      case "status":
        return t("step.status", { from: status(from), to: status(to) });
      case "owner":
        return to ? t("step.owner", { to: text(to) }) : t("step.ownerNone");
      case "value":
        return typeof to === "number"
          ? t("step.value", { to: words.money(to, text(details.currency)) })
          : t("step.valueNone");
      case "next_step":
        return to || details.at
          ? t("step.nextStep", {
              to: [text(to), details.at ? words.moment(text(details.at)) : ""].filter(Boolean).join(" · "),
            })
          : t("step.nextStepNone");
      case "details": {
        const changed = (["name", "phone", "email"] as const).filter((name) => name in details);
        return t("step.details", {
          fields: changed.map((name) => t(`field.${name}`).toLowerCase()).join(", "),
        });
      }
      case "merged":
        return t("step.merged", { contact: text(details.contact), into: text(details.into) });
      case "separated":
        return t("step.separated", { contact: text(details.contact) });
      case "note":
        return "";
    }
  };
}

function Conversation({ item }: { item: Item<"conversation"> }) {
  const t = useTranslations("Leads");
  const { conversationId, origin, state, text, messages, rating } = item;
  return (
    <>
      <p>
        <Link
          href={`/inbox?c=${conversationId}`}
          className="font-medium text-accent-foreground underline decoration-1 underline-offset-2"
        >
          {t("conversation", { id: conversationId })}
        </Link>
        <span className="text-muted-foreground">
          {" · "}
          {[
            origin === "mini_app" ? t("miniApp") : t("privateChat"),
            t(`state.${state}`),
            t("messages", { count: messages }),
            rating && `${rating} ★`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
      {text && (
        <p dir="auto" className="mt-0.5 line-clamp-3 leading-relaxed [overflow-wrap:anywhere]">
          {text}
        </p>
      )}
    </>
  );
}

function GroupMessage({ item }: { item: Item<"message"> }) {
  const t = useTranslations("Leads");
  return (
    <>
      <p className="text-muted-foreground">
        <Link
          href={`/hub?chat=${item.chat.id}&message=${item.messageId}`}
          className="font-medium text-accent-foreground underline decoration-1 underline-offset-2 [overflow-wrap:anywhere]"
        >
          {item.chat.title}
        </Link>
        {" · "}
        {item.chat.isPrivate ? t("privateChat") : t("group")}
      </p>
      <p dir="auto" className="mt-0.5 line-clamp-4 leading-relaxed [overflow-wrap:anywhere]">
        {item.text || t("noText")}
      </p>
    </>
  );
}
