import type { Chat } from "@/components/chat/create-chat";

/** A connection that slept this long is not trusted: phones cut it without a word. */
const DOUBTFUL_MS = 10_000;

/** Wakes the chat when the page or the network comes back; returns the way to stop. */
export function stayConnected(chat: Chat): () => void {
  let hiddenAt: number | null = null;
  const onVisibility = () => {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      return;
    }
    const hasSlept = hiddenAt !== null && Date.now() - hiddenAt > DOUBTFUL_MS;
    hiddenAt = null;
    if (hasSlept || chat.getState().connection !== "live") chat.wake();
  };
  const onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) chat.wake();
  };
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pageshow", onPageShow);
  window.addEventListener("online", chat.wake);
  window.addEventListener("offline", chat.lookOffline);
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("pageshow", onPageShow);
    window.removeEventListener("online", chat.wake);
    window.removeEventListener("offline", chat.lookOffline);
  };
}
