import { useEffect } from "react";
import { telegramWebApp } from "@/components/chat/telegram-web-app";
import type { Uploads } from "@/components/chat/uploads/create-uploads";

/** Asks before the page is left with files that are not sent yet: a reload cannot keep them. */
export function useLeaveWarning(uploads: Uploads | null): void {
  useEffect(() => {
    if (!uploads) return;
    const webApp = telegramWebApp();
    const tellTelegram = () => {
      if (!webApp?.isVersionAtLeast("6.2")) return;
      if (uploads.isBusy()) webApp.enableClosingConfirmation?.();
      else webApp.disableClosingConfirmation?.();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (uploads.isBusy()) event.preventDefault();
    };
    window.addEventListener("beforeunload", onLeave);
    const forget = uploads.subscribe(tellTelegram);
    return () => {
      forget();
      window.removeEventListener("beforeunload", onLeave);
      webApp?.disableClosingConfirmation?.();
    };
  }, [uploads]);
}
