import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeScope } from "@/components/shell/theme-scope";

/**
 * Light or dark, as the person or their system chose (the Mini App takes its theme from Telegram instead), and forms
 * that may be sent before their page has come to life.
 */
export async function SiteProviders({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <ThemeScope nonce={nonce}>
      <script src="/early-submit.js" nonce={nonce} />
      {children}
    </ThemeScope>
  );
}
