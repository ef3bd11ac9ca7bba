import { createContext, useContext } from "react";
import type { Chat } from "@/components/chat/create-chat";
import type { Uploads } from "@/components/chat/uploads/create-uploads";
import type { CustomerMessageView } from "@/server/domain/conversations/schema";
import type { AttachmentView } from "@/server/domain/files/schema";

/** What can be done from inside a row of the history. */
export type ChatActs = {
  /** Shows these pictures and videos large, beginning with the one of that place. */
  look(pictures: AttachmentView[], at: number): void;
  /** Opens what can be done with a message beside `anchor`. */
  openMenu(message: CustomerMessageView, anchor: HTMLElement): void;
  react(message: CustomerMessageView, emoji: string | null): void;
  retryDelivery(messageId: number): void;
  jumpTo(messageId: number): void;
  /** A message of the loaded history. */
  find(messageId: number): CustomerMessageView | undefined;
  /** The files chosen on this page; null before the first. */
  uploads: Uploads | null;
  /** What this page showed of a message's files before they were stored. */
  previewsOf: Chat["previewsOf"];
};

export const ChatActsContext = createContext<ChatActs | null>(null);

export function useChatActs(): ChatActs {
  const acts = useContext(ChatActsContext);
  if (!acts) throw new Error("The chat's acts are given by ChatScreen above it");
  return acts;
}
