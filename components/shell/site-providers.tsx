import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeScope } from "@/components/shell/theme-scope";

/** Light or dark, as the person or their system chose; the Mini App takes its theme from Telegram instead. */
export async function SiteProviders({ children }: { children: ReactNode }) {
  return <ThemeScope nonce={(await headers()).get("x-nonce") ?? undefined}>{children}</ThemeScope>;
}
