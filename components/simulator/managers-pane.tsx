"use client";

import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { roomKey } from "@/components/simulator/simulator-state";
import type { Cast } from "@/components/simulator/simulator-types";
import { groupIdNow, topicViews } from "@/components/simulator/simulator-views";
import { StorySteps } from "@/components/simulator/story-steps";
import { TopicList } from "@/components/simulator/topic-list";
import { TopicThread } from "@/components/simulator/topic-thread";
import type { Simulator } from "@/components/simulator/use-simulator";
import { cn } from "@/components/ui/cn";

type ManagersPaneProps = {
  cast: Cast;
  simulator: Simulator;
  visible: boolean;
  topicId: number | null;
  staffId: number;
  onTopic: (id: number | null) => void;
  onStaff: (id: number) => void;
};

/** The managers' side: the group's topics, and the one that is open. */
export function ManagersPane(props: ManagersPaneProps) {
  const { cast, simulator, visible, topicId, staffId, onTopic, onStaff } = props;
  const t = useTranslations("Simulator");
  const { state } = simulator;
  const groupId = groupIdNow(state, cast);
  const topics = topicViews(state, groupId, t("general"));
  const topic = topics.find(({ id }) => id === topicId);
  const asked = cast.customers.some(({ id }) =>
    (state.rooms[roomKey(id, cast.botId)] ?? []).some(
      ({ from, text }) => from?.is_bot === false && text !== "/start",
    ),
  );
  // In the Mini App nothing of it stands in the bot's chat.
  const isHandedOver = topics.length > 1;
  const taken = (state.rooms[roomKey(groupId, null)] ?? []).some(
    (message) => message.is_topic_message && message.from?.is_bot === false,
  );
  const story = (
    <StorySteps
      title={t("storyTitle")}
      steps={[
        { title: t("step1Title"), text: t("step1"), done: asked || isHandedOver },
        { title: t("step2Title"), text: t("step2"), done: isHandedOver },
        { title: t("step3Title"), text: t("step3"), done: taken },
      ]}
    />
  );
  return (
    <section
      aria-label={t("managersRegion")}
      className={cn(
        "flex min-h-0 min-w-0 flex-1 overflow-hidden bg-card low:h-dvh low:flex-none max-lg:border-t max-lg:border-border lg:rounded-2xl lg:border lg:border-border lg:shadow-soft",
        !visible && "max-lg:hidden",
      )}
    >
      <div
        className={cn(
          "flex min-h-0 w-full flex-col border-border lg:w-72 lg:shrink-0 lg:border-r",
          topic && "max-lg:hidden",
        )}
      >
        <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-border px-3">
          <span
            aria-hidden
            className="grid size-9 place-items-center rounded-xl bg-muted text-muted-foreground"
          >
            <UsersRound className="size-5" />
          </span>
          <h2 className="min-w-0 truncate text-sm font-semibold">{cast.groupTitle}</h2>
        </header>
        <TopicList topics={topics} chosen={topicId} onChoose={onTopic} />
        {topics.length === 1 && (
          <div className="overflow-y-auto border-t border-border lg:hidden">{story}</div>
        )}
        {topics.length === 1 && (
          <p className="border-t border-border p-4 text-xs max-lg:hidden text-balance text-muted-foreground">
            {t("noTopics")}
          </p>
        )}
      </div>
      {topic ? (
        <TopicThread
          key={topic.id}
          cast={cast}
          groupId={groupId}
          topic={topic}
          staffId={staffId}
          simulator={simulator}
          visible={visible}
          onStaff={onStaff}
          onBack={() => onTopic(null)}
        />
      ) : (
        <div className="flex min-h-0 min-w-0 flex-1 overflow-y-auto max-lg:hidden">{story}</div>
      )}
    </section>
  );
}
