import { Send } from "lucide-react";
import { TelegramDeepLink } from "@/components/resources/telegram/deep-link";
import { TelegramStandIn } from "@/components/resources/telegram/stand-in";
import type { ProviderPage } from "@/server/providers/pages";

/** Telegram's own parts of the pages. */
export const telegramPage: ProviderPage = { Icon: Send, StandIn: TelegramStandIn, Panels: TelegramDeepLink };
