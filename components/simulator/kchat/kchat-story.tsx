"use client";

import { useTranslations } from "next-intl";
import type { KchatState } from "@/components/simulator/kchat/kchat-reducer";
import type { KchatPerson } from "@/components/simulator/kchat/kchat-types";
import { StorySteps } from "@/components/simulator/story-steps";

type KchatStoryProps = { people: KchatPerson[]; state: KchatState };

/** The meeting's story to play on both phones. */
export function KchatStory({ people, state }: KchatStoryProps) {
  const t = useTranslations("Simulator");
  const organiser = people.find(({ isOrganiser }) => isOrganiser);
  const invitee = people.find(({ isOrganiser }) => !isOrganiser);
  if (!organiser || !invitee) return null;
  const said = ({ chat, id }: KchatPerson) =>
    (state.chats[chat] ?? []).filter(({ senderId, message }) => senderId === id && message !== "/start");
  const answered = said(invitee).some(({ metadata }) => metadata !== undefined);
  const asked = (state.chats[invitee.chat] ?? []).some(
    ({ senderType, buttonsMarkup }) => senderType === "BOT" && buttonsMarkup !== undefined,
  );
  const names = { organiser: organiser.firstName, invitee: invitee.firstName };
  return (
    <StorySteps
      title={t("kchatStoryTitle")}
      steps={[
        {
          title: t("kchatStep1Title"),
          text: t.rich("kchatStep1", {
            ...names,
            command: (words) => (
              <span lang="ru" className="font-medium whitespace-nowrap text-foreground">
                {words}
              </span>
            ),
          }),
          done: said(organiser).length > 0,
        },
        { title: t("kchatStep2Title", names), text: t("kchatStep2", names), done: asked },
        { title: t("kchatStep3Title"), text: t("kchatStep3", names), done: answered },
      ]}
    />
  );
}
