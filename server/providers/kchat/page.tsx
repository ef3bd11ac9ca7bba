import { MessagesSquare } from "lucide-react";
import { KchatStandIn } from "@/components/resources/kchat/stand-in";
import type { ProviderPage } from "@/server/providers/pages";

/** KChat's own parts of the pages. */
export const kchatPage: ProviderPage = { Icon: MessagesSquare, StandIn: KchatStandIn };
