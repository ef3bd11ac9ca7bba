"use client";

import { useTranslations } from "next-intl";
import { GENERAL } from "@/components/simulator/simulator-state";

const TOPIC_COMMANDS = [
  ["/close", "commandClose"],
  ["/ai", "commandAi"],
  ["/card", "commandCard"],
] as const;
const GENERAL_COMMANDS = [["/managers", "commandManagers"]] as const;

type CommandHintsProps = { topic: number; onSend: (command: string) => void };

/** The commands that work in a place, sent with one press. `/note` wants words after it, so it is only shown. */
export function CommandHints({ topic, onSend }: CommandHintsProps) {
  const t = useTranslations("Simulator");
  const commands = topic === GENERAL ? GENERAL_COMMANDS : TOPIC_COMMANDS;
  return (
    <ul
      aria-label={t("commands")}
      className="flex items-center gap-1.5 overflow-x-auto bg-card [mask-image:linear-gradient(to_right,black_calc(100%-2rem),transparent)] py-1.5 pr-8 pl-2 text-xs [scrollbar-width:none]"
    >
      {commands.map(([command, key]) => (
        <li key={command} className="shrink-0">
          <button
            type="button"
            onClick={() => onSend(command)}
            className="rounded-full border border-border bg-background px-2.5 py-1 hover:border-primary/40 hover:bg-accent"
          >
            <code className="font-mono text-primary">{command}</code>{" "}
            <span className="text-muted-foreground">{t(key)}</span>
          </button>
        </li>
      ))}
      {topic !== GENERAL && (
        <li className="shrink-0 px-1 text-muted-foreground">
          <code className="font-mono">/note …</code> {t("commandNote")}
        </li>
      )}
    </ul>
  );
}
