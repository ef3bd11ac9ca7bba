"use client";

import { ArrowLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CommandHints } from "@/components/simulator/command-hints";
import { Composer } from "@/components/simulator/composer";
import { MessageList } from "@/components/simulator/message-list";
import { GENERAL, roomKey } from "@/components/simulator/simulator-state";
import type { Cast, TelegramButton, TelegramMessage } from "@/components/simulator/simulator-types";
import { isTypingAt, messagesAt, type TopicView } from "@/components/simulator/simulator-views";
import { StaffPicker } from "@/components/simulator/staff-picker";
import { TopicIcon } from "@/components/simulator/topic-icon";
import type { Simulator } from "@/components/simulator/use-simulator";

type TopicThreadProps = {
  cast: Cast;
  groupId: number;
  topic: TopicView;
  staffId: number;
  simulator: Simulator;
  visible: boolean;
  onStaff: (id: number) => void;
  onBack: () => void;
};

/** One topic of the managers' group, written in as one of its people. */
export function TopicThread(props: TopicThreadProps) {
  const { cast, groupId, topic, staffId, simulator, visible, onStaff, onBack } = props;
  const t = useTranslations("Simulator");
  const { state, act, press, toast, see } = simulator;
  const [replyTo, setReplyTo] = useState<TelegramMessage | null>(null);
  const room = roomKey(groupId, null);
  const messages = messagesAt(state, room, topic.id);
  const last = messages.at(-1)?.message_id;
  const writer = cast.staff.find(({ id }) => id === staffId);

  useEffect(() => {
    if (visible && last !== undefined) see(room, topic.id);
  }, [visible, last, room, topic.id, see]);

  const place = { from: staffId, chat: groupId, ...(topic.id !== GENERAL && { topic: topic.id }) };
  async function say(content: object): Promise<boolean> {
    const reply = replyTo && { replyTo: replyTo.message_id };
    setReplyTo(null);
    return act("/messages", { ...place, ...content, ...reply });
  }
  function onPress(message: TelegramMessage, button: TelegramButton) {
    if (button.url) return void window.open(button.url, "_blank", "noreferrer");
    if (button.callback_data === undefined) return;
    return press({ from: staffId, chat: groupId, messageId: message.message_id, data: button.callback_data });
  }

  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-border px-3">
        <button
          type="button"
          aria-label={t("back")}
          onClick={onBack}
          className="-ml-1 grid size-9 place-items-center rounded-full hover:bg-muted lg:hidden"
        >
          <ArrowLeft aria-hidden className="size-5" />
        </button>
        <TopicIcon mood={topic.mood} label={t("mood", { mood: topic.mood })} />
        <div className="min-w-0">
          <h2 className="truncate text-sm leading-tight font-semibold">{topic.name}</h2>
          <p className="truncate text-xs text-muted-foreground">{t("mood", { mood: topic.mood })}</p>
        </div>
      </header>
      <MessageList
        messages={messages}
        viewerId={staffId}
        label={`${t("messages")}: ${topic.name}`}
        named
        typing={isTypingAt(state, room, topic.id)}
        empty={
          <p className="m-auto max-w-72 text-center text-sm text-balance text-muted-foreground">
            {topic.id === GENERAL ? t("generalHint") : t("noMessages")}
          </p>
        }
        onPress={onPress}
        onReply={setReplyTo}
      />
      <StaffPicker staff={cast.staff} chosen={staffId} onChoose={onStaff} />
      <CommandHints topic={topic.id} onSend={(command) => void say({ text: command })} />
      <Composer
        label={t("messageToTopic")}
        placeholder={t("messageAs", { name: writer?.firstName ?? "" })}
        replyTo={replyTo}
        onCancelReply={() => setReplyTo(null)}
        onSay={say}
        onProblem={(text) => toast(text, "error")}
      />
    </div>
  );
}
