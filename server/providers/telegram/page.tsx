import { Send } from "lucide-react";
import { TelegramPanels } from "@/components/resources/telegram/panels";
import { TelegramStandIn } from "@/components/resources/telegram/stand-in";
import type { ProviderPage } from "@/server/providers/pages";

/** Telegram's own parts of the pages. */
export const telegramPage: ProviderPage = { Icon: Send, StandIn: TelegramStandIn, Panels: TelegramPanels };
