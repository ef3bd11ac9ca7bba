"use client";

import { useEffect } from "react";

/** Asks before a page with unsaved changes is left, by closing it or by a link. */
export function useUnsavedGuard(dirty: boolean, question: string): void {
  useEffect(() => {
    if (!dirty) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const leaves =
        link instanceof HTMLAnchorElement &&
        !link.target &&
        new URL(link.href).pathname !== window.location.pathname;
      const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
      if (!leaves || elsewhere || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", stay);
    // Before the router hears of the click.
    document.addEventListener("click", ask, true);
    return () => {
      window.removeEventListener("beforeunload", stay);
      document.removeEventListener("click", ask, true);
    };
  }, [dirty, question]);
}
