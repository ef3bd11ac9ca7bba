import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { telegramWebApp } from "@/components/chat/telegram-web-app";

/** Opens a modal dialog with its component and gives the focus back after it; Telegram's Back closes it. */
export function useDialog(onClose: () => void): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);

  // Before the first paint, so that whoever measures the dialog finds it open.
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);

  useEffect(() => {
    const webApp = telegramWebApp();
    if (!webApp?.isVersionAtLeast("6.1")) return;
    webApp.BackButton.show();
    webApp.BackButton.onClick(onClose);
    return () => {
      webApp.BackButton.offClick(onClose);
      webApp.BackButton.hide();
    };
  }, [onClose]);

  return dialog;
}
