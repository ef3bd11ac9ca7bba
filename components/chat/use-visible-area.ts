import { useEffect } from "react";

/**
 * Keeps `--chat-height` and `--chat-shift` at what the on-screen keyboard leaves free: iOS lays the keyboard over the
 * page instead of shrinking it.
 */
export function useVisibleArea(): void {
  useEffect(() => {
    const area = window.visualViewport;
    if (!area) return;
    const { style } = document.documentElement;
    const follow = () => {
      // Zoomed in by fingers the visible part is smaller without any keyboard.
      if (area.scale > 1.01) return;
      style.setProperty("--chat-height", `${area.height}px`);
      style.setProperty("--chat-shift", `${area.offsetTop}px`);
    };
    follow();
    area.addEventListener("resize", follow);
    area.addEventListener("scroll", follow);
    return () => {
      area.removeEventListener("resize", follow);
      area.removeEventListener("scroll", follow);
      style.removeProperty("--chat-height");
      style.removeProperty("--chat-shift");
    };
  }, []);
}
