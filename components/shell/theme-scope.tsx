"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

/** Sets the theme's class before the first paint, by a script that carries the page's nonce. */
export function ThemeScope({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" disableTransitionOnChange nonce={nonce}>
      {children}
    </ThemeProvider>
  );
}
