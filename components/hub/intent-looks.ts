import {
  Check,
  CircleHelp,
  Frown,
  type LucideIcon,
  Megaphone,
  Minus,
  ShoppingBag,
  Sparkles,
} from "lucide-react";
import type { IntentName } from "@/server/domain/messages/hub/schema";

/** How each intent is shown: its sign, and its colour where it asks for somebody. */
export const INTENT_LOOKS: Record<IntentName, { icon: LucideIcon; colour: string }> = {
  question: { icon: CircleHelp, colour: "text-accent-foreground" },
  order: { icon: ShoppingBag, colour: "text-success" },
  complaint: { icon: Frown, colour: "text-destructive" },
  interest: { icon: Sparkles, colour: "text-warning" },
  confirmation: { icon: Check, colour: "text-success" },
  broadcast: { icon: Megaphone, colour: "text-muted-foreground" },
  other: { icon: Minus, colour: "text-muted-foreground" },
};
