import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import {
  type HubAddress,
  type HubFilters,
  readHubAddress,
  writeHubAddress,
} from "@/components/hub/hub-address";

export type HubPlace = HubAddress & {
  /** Narrows the stream; Back leads to the page before it, not through every letter. */
  filter: (change: Partial<HubFilters>) => void;
  /** Opens a chat, at a message or at its end. */
  open: (chatId: number, messageId?: number | null) => void;
  /** Back to the stream. */
  leave: () => void;
  showChats: (shows: boolean) => void;
};

/** Where the reader is stands in the address, so that it can be shared. */
export function useHubAddress(): HubPlace {
  const query = useSearchParams();
  const address = useMemo(() => readHubAddress(new URLSearchParams(query)), [query]);
  const go = (change: Partial<HubAddress>, isStep: boolean) => {
    const next = writeHubAddress({ ...address, ...change });
    if (isStep) window.history.pushState(null, "", next);
    else window.history.replaceState(null, "", next);
  };
  return {
    ...address,
    filter: (change) =>
      go(
        { filters: { ...address.filters, ...change }, chatId: null, messageId: null, showsChats: false },
        address.chatId !== null,
      ),
    open: (chatId, messageId = null) =>
      go({ chatId, messageId, showsChats: false }, address.chatId === null || address.showsChats),
    leave: () => go({ chatId: null, messageId: null, showsChats: false }, false),
    showChats: (showsChats) => go({ showsChats }, showsChats),
  };
}
