"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner, type ToasterProps } from "sonner";

/** Where `toast()` of sonner shows its short notices, in the page's theme; put it once into a layout. */
export function Toaster(props: ToasterProps) {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      // Above the phone's bottom bar.
      mobileOffset={{ bottom: "calc(var(--shell-bottom, 0px) + 0.75rem)" }}
      toastOptions={{
        style: {
          background: "var(--popover)",
          color: "var(--foreground)",
          borderColor: "var(--border)",
          fontFamily: "var(--font-sans)",
        },
      }}
      {...props}
    />
  );
}
