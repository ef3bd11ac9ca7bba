import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  type DraftField,
  type MeetingDraft,
  type MeetingValues,
  readDraft,
} from "@/components/meetings/meeting-draft";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import type { MeetingRefusal } from "@/server/domain/meetings/schema";

const fields: DraftField[] = ["topic", "day", "time", "timeZone", "link", "cron", "until"];
const fieldOf: Partial<Record<MeetingRefusal["reason"], DraftField>> = {
  past: "day",
  bad_cron: "cron",
  link_and_account: "link",
  no_call_account: "link",
  call_failed: "link",
};

/** A meeting's form: what stands in it and what is wrong with it, where the eye is led to the first such field. */
export function useDraft(id: string, initial: MeetingDraft) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<Partial<Record<DraftField, string>>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const show = (found: Partial<Record<DraftField, string>>) => {
    setProblems(found);
    const first = fields.find((field) => found[field]);
    // What hides a field (a rule that is not the reader's own) leaves its trouble above the form.
    if (first) setTimeout(() => document.getElementById(`${id}-${first}`)?.focus());
  };
  return {
    draft,
    problems,
    trouble,
    change: (changes: Partial<MeetingDraft>) => setDraft((now) => ({ ...now, ...changes })),
    read: (): MeetingValues | null => {
      const result = readDraft(draft);
      setTrouble(null);
      if (result.ok) {
        setProblems({});
        return result.values;
      }
      show(
        Object.fromEntries(
          Object.entries(result.problems).map(([field, problem]) => [field, t(`problem.${problem}`)]),
        ),
      );
      return null;
    },
    refuse: (refusal: MeetingRefusal | null) => {
      const field = refusal && fieldOf[refusal.reason];
      if (refusal && field) return show({ [field]: words.refusal(refusal) });
      setTrouble(refusal ? words.refusal(refusal) : t("changeFailed"));
    },
  };
}
