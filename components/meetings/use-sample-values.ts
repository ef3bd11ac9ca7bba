import { useFormatter, useNow, useTranslations } from "next-intl";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";

const dayMs = 86_400_000;

/** What placeholders of the bot's texts stand for in a preview. */
export function useSampleValues(): Record<string, string> {
  const t = useTranslations("Meetings");
  const format = useFormatter();
  const words = useMeetingWords();
  const now = useNow();
  const date = format.dateTime(new Date(now.getTime() + dayMs), { dateStyle: "full" });
  return {
    fio: t("sample.fio"),
    topic: t("sample.topic"),
    date,
    time: "10:00",
    zone: words.zone(words.readerZone, now.toISOString()),
    place: t("sample.place"),
    link: "https://meet.example.com/42",
    agenda: t("sample.agenda"),
    organiser: t("sample.organiser"),
    answer: t("answer.yes"),
    comment: t("sample.comment"),
    until: `${date}, 09:00`,
  };
}
