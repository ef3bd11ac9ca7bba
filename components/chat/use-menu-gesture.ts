import { type MouseEvent, type TouchEvent, useRef } from "react";
import { haptic } from "@/components/chat/telegram-web-app";

const LONG_PRESS_MS = 450;
const MOVED_PX = 10;
/** What has a long press or a right click of its own. */
const BUSY = "a, input, video, textarea";

/** Opens a menu by right click or long press on whatever gets these handlers. */
export function useMenuGesture(onOpen: (anchor: HTMLElement) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef({ x: 0, y: 0 });
  const hasOpened = useRef(false);

  const cancel = () => clearTimeout(timer.current);
  const isBusy = ({ target }: { target: EventTarget }) =>
    target instanceof Element && target.closest(BUSY) !== null;

  return {
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      // Whoever has marked words wants the browser's own menu.
      if (isBusy(event) || String(window.getSelection()) !== "") return;
      event.preventDefault();
      onOpen(event.currentTarget);
    },
    onTouchStart: (event: TouchEvent<HTMLElement>) => {
      const touch = event.touches[0];
      const anchor = event.currentTarget;
      cancel();
      hasOpened.current = false;
      if (!touch || event.touches.length > 1 || isBusy(event)) return;
      start.current = { x: touch.clientX, y: touch.clientY };
      timer.current = setTimeout(() => {
        hasOpened.current = true;
        haptic("arrived");
        onOpen(anchor);
      }, LONG_PRESS_MS);
    },
    onTouchMove: (event: TouchEvent<HTMLElement>) => {
      const touch = event.touches[0];
      if (touch && Math.hypot(touch.clientX - start.current.x, touch.clientY - start.current.y) > MOVED_PX)
        cancel();
    },
    onTouchEnd: (event: TouchEvent<HTMLElement>) => {
      cancel();
      // Else the finger that leaves would press what lies under it: the picture, or a line of the menu.
      if (hasOpened.current && event.cancelable) event.preventDefault();
    },
    onTouchCancel: cancel,
  };
}
