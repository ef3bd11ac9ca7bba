import { formatEntities, type TextRun } from "@/components/simulator/format-entities";
import type { TelegramEntity } from "@/components/simulator/simulator-types";
import { cn } from "@/components/ui/cn";

const LOOKS: Record<string, string> = {
  bold: "font-semibold",
  italic: "italic",
  underline: "underline",
  strikethrough: "line-through",
  code: "font-mono text-[0.9em]",
  pre: "font-mono text-[0.9em]",
  bot_command: "text-primary",
  mention: "text-primary",
  hashtag: "text-primary",
  blockquote: "border-l-2 border-primary pl-2",
  spoiler: "bg-foreground/15",
};

function Run({ run }: { run: TextRun }) {
  const classes = cn(run.kinds.map((kind) => LOOKS[kind]));
  if (run.href) {
    return (
      <a href={run.href} target="_blank" rel="noreferrer" className={cn("text-primary underline", classes)}>
        {run.text}
      </a>
    );
  }
  return <span className={classes}>{run.text}</span>;
}

/** A message's text with Telegram's formatting. */
export function RichText({ text, entities }: { text: string; entities?: TelegramEntity[] }) {
  return (
    <span className="break-words whitespace-pre-wrap [overflow-wrap:anywhere]">
      {formatEntities(text, entities).map((run) => (
        <Run key={run.at} run={run} />
      ))}
    </span>
  );
}
