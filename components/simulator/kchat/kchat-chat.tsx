"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { Composer } from "@/components/simulator/composer";
import { KchatMessages } from "@/components/simulator/kchat/kchat-messages";
import type { KchatMessage } from "@/components/simulator/kchat/kchat-types";
import type { Kchat } from "@/components/simulator/kchat/use-kchat";
import type { Simulator } from "@/components/simulator/use-simulator";

// A stable empty list: a new one each time would be a change.
const NONE: KchatMessage[] = [];

type KchatChatProps = {
  chat: string;
  /** Who looks and writes. */
  writerId: string;
  kchat: Kchat;
  simulator: Simulator;
  visible: boolean;
  label: string;
  placeholder: string;
  empty: ReactNode;
  nameOf?: (senderId: string) => string;
  /** What stands between the messages and the field; once nothing was said yet, instead of the field. */
  above?: ReactNode;
  instead?: ReactNode;
};

/** One chat of KChat with the line to write in. */
export function KchatChat(props: KchatChatProps) {
  const { chat, writerId, kchat, simulator, visible, label, placeholder, empty, nameOf, above, instead } =
    props;
  const t = useTranslations("Simulator");
  const { state, see } = kchat;
  const { act, toast } = simulator;
  const messages = state.chats[chat] ?? NONE;
  const { length } = messages;

  useEffect(() => {
    if (visible && length > 0) see(chat);
  }, [visible, length, chat, see]);

  return (
    <>
      <KchatMessages
        messages={messages}
        viewerId={writerId}
        label={t("messages")}
        typing={state.typing[chat] !== undefined}
        empty={empty}
        onPress={({ id }, button) =>
          act("/kchat/presses", { from: writerId, group: chat, message: id, button: button.id })
        }
        {...(nameOf && { nameOf })}
      />
      {length === 0 && instead ? (
        instead
      ) : (
        <>
          {above}
          <Composer
            plain
            label={label}
            placeholder={placeholder}
            replyTo={null}
            onCancelReply={() => undefined}
            onSay={(said) => act("/kchat/messages", { from: writerId, group: chat, ...said })}
            onProblem={(text) => toast(text, "error")}
          />
        </>
      )}
    </>
  );
}
