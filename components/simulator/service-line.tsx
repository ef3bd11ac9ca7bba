"use client";

import { useTranslations } from "next-intl";
import type { TelegramMessage } from "@/components/simulator/simulator-types";

/** A message that tells what happened to the chat. */
export function ServiceLine({ message }: { message: TelegramMessage }) {
  const t = useTranslations("Simulator");
  const { forum_topic_created, forum_topic_edited, new_chat_members, left_chat_member } = message;
  const text = () => {
    if (forum_topic_created) return t("topicCreated", { name: forum_topic_created.name });
    if (forum_topic_edited?.name) return t("topicRenamed", { name: forum_topic_edited.name });
    if (forum_topic_edited) return t("topicIconChanged");
    if (message.forum_topic_closed) return t("topicClosed");
    if (message.forum_topic_reopened) return t("topicReopened");
    const joined = new_chat_members?.map(({ first_name }) => first_name).join(", ");
    if (joined) return t("memberJoined", { name: joined });
    return t("memberLeft", { name: left_chat_member?.first_name ?? "" });
  };
  return (
    <p className="mx-auto w-fit max-w-[85%] rounded-full bg-foreground/6 px-3 py-1 text-center text-xs break-words text-muted-foreground">
      {text()}
    </p>
  );
}
