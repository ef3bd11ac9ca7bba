import { useTranslations } from "next-intl";

const known = [
  "greeting",
  "help",
  "help_organiser",
  "not_allowed",
  "no_meetings",
  "unknown",
  "welcome",
  "info",
  "question",
  "confirmation",
  "closed",
  "reminder",
  "changed",
  "moved",
  "cancelled",
  "uninvited",
] as const;

/** How the texts of the bot are called; one without a name goes by its key. */
export function useTextNames() {
  const t = useTranslations("Meetings.textNames");
  return (key: string) => {
    const name = known.find((one) => one === key);
    return name ? t(name) : key;
  };
}
