"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { ShellMember } from "@/components/shell/shell-member";

// Fetched at the first opening: most visits do without.
const CommandPalette = dynamic(
  () => import("@/components/shell/command-palette").then(({ CommandPalette: each }) => each),
  { ssr: false },
);

const OpenPalette = createContext<() => void>(() => undefined);

/** Opens the command palette. */
export function useOpenPalette(): () => void {
  return useContext(OpenPalette);
}

/** Holds the command palette for the dashboard: Ctrl or ⌘ with K opens and closes it. */
export function PaletteProvider({ member, children }: { member: ShellMember; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      // By the key's place: in a Russian layout it types another letter.
      if (event.code !== "KeyK" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setWanted(true);
      setOpen((isOpen) => !isOpen);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  function show() {
    setWanted(true);
    setOpen(true);
  }
  return (
    <OpenPalette value={show}>
      {children}
      {wanted && <CommandPalette member={member} open={open} onOpenChange={setOpen} />}
    </OpenPalette>
  );
}
