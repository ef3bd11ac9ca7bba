import { Send } from "lucide-react";
import type { ProviderPage } from "@/server/providers/pages";

/** Telegram's own parts of the pages. */
export const telegramPage: ProviderPage = { Icon: Send };
