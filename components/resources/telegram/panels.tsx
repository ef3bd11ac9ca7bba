import { CollectedChats } from "@/components/resources/telegram/collected-chats";
import { TelegramDeepLink } from "@/components/resources/telegram/deep-link";
import type { PanelProps } from "@/server/providers/pages";

/** Telegram's own parts of a resource's page. */
export function TelegramPanels(props: PanelProps) {
  return (
    <>
      <TelegramDeepLink {...props} />
      <CollectedChats {...props} />
    </>
  );
}
