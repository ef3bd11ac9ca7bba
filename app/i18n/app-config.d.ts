import type { Messages } from "@/app/i18n/messages";
import type { Locale } from "@/server/lib/phrases";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
