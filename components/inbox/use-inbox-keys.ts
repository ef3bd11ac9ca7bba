import { type RefObject, useEffect, useEffectEvent } from "react";

type InboxKeys = { go: (by: 1 | -1) => void; help: () => void; leave: () => void };

/** By the physical key too: J stays J on a Russian keyboard. */
function nameOf({ key, code }: KeyboardEvent): string {
  if (key === "?" || key === "/" || key === "Escape" || key.startsWith("Arrow")) return key;
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

/** Goes through the inbox by keys; a key that acts on the open conversation presses its `data-key` button or field. */
export function useInboxKeys(root: RefObject<HTMLElement | null>, { go, help, leave }: InboxKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open], [role=dialog], [role=alertdialog], [role=menu]")) return;
    const key = nameOf(event);
    const { activeElement } = document;
    if (isWriting(event.target)) {
      if (key === "Escape" && activeElement instanceof HTMLElement) activeElement.blur();
      return;
    }
    if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (key === "?") help();
    else if (key === "Escape") leave();
    else {
      const place = root.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (!place) return;
      if (place.matches("button")) place.click();
      else place.focus();
    }
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
