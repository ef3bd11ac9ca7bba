import { Bot, Check, CircleAlert, Hash, type LucideIcon, MessageCircle, MessagesSquare } from "lucide-react";
import type { TopicMood } from "@/components/simulator/simulator-views";
import { cn } from "@/components/ui/cn";

const LOOKS: Record<TopicMood, { icon: LucideIcon; classes: string }> = {
  general: { icon: Hash, classes: "bg-muted text-muted-foreground" },
  assistant: { icon: Bot, classes: "bg-accent text-accent-foreground" },
  waiting: { icon: CircleAlert, classes: "bg-warning-soft text-warning" },
  manager: { icon: MessageCircle, classes: "bg-primary text-primary-foreground" },
  closed: { icon: Check, classes: "bg-success-soft text-success" },
  plain: { icon: MessagesSquare, classes: "bg-muted text-muted-foreground" },
};

/** Whose turn a topic is at; `label` says it in words. */
export function TopicIcon({ mood, label }: { mood: TopicMood; label: string }) {
  const { icon: Icon, classes } = LOOKS[mood];
  return (
    <span title={label} className={cn("grid size-9 shrink-0 place-items-center rounded-xl", classes)}>
      <Icon aria-hidden className="size-4.5" />
      <span className="sr-only">{label}</span>
    </span>
  );
}
