import { type RefObject, useEffect, useEffectEvent, useRef } from "react";

/** By the physical key too: J stays J on a Russian keyboard. */
function nameOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
}

/**
 * J and K go through the `[data-proposal]` cards of a list; another letter presses the `data-key` button of the card that
 * has the focus.
 */
export function useApprovalKeys(list: RefObject<HTMLElement | null>): void {
  // A card that was decided on is gone with its focus: the one in its place is next.
  const last = useRef(0);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
    const { target } = event;
    if (target instanceof HTMLElement && target.closest("input:not([type=checkbox]), textarea, select"))
      return;
    const cards = [...(list.current?.querySelectorAll<HTMLElement>("[data-proposal]") ?? [])];
    const here = cards.findLastIndex((card) => card.contains(document.activeElement));
    const key = nameOf(event);
    if (key === "j" || key === "k") {
      const next = here < 0 ? last.current : here + (key === "j" ? 1 : -1);
      last.current = Math.min(Math.max(next, 0), cards.length - 1);
      const card = cards[last.current];
      card?.focus();
      card?.scrollIntoView({ block: "nearest" });
    } else {
      const button = cards[here]?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (!button) return;
      last.current = here;
      button.click();
    }
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
