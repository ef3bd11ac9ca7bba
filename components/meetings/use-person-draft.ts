import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PersonDraft, PersonProblems } from "@/components/meetings/person-fields";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { type MeetingRefusal, type PersonView, savePersonInput } from "@/server/domain/meetings/schema";

/** A person's form: what stands in it, and what of it is wrong. */
export function usePersonDraft(id: string, person: PersonView | null, name = "") {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const [draft, setDraft] = useState<PersonDraft>({
    fullName: person?.fullName ?? name,
    email: person?.email ?? "",
    phone: person?.phone ? `+${person.phone}` : "",
  });
  const [problems, setProblems] = useState<PersonProblems>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const show = (found: PersonProblems) => {
    setProblems(found);
    const first = (["fullName", "email", "phone"] as const).find((field) => found[field]);
    if (first) document.getElementById(`${id}-${first}`)?.focus();
  };
  return {
    draft,
    problems,
    trouble,
    change: (changes: Partial<PersonDraft>) => setDraft((now) => ({ ...now, ...changes })),
    /** The trimmed fields, or null when one of them cannot be right. */
    read: (): PersonDraft | null => {
      const trimmed = {
        fullName: draft.fullName.trim(),
        email: draft.email.trim(),
        phone: draft.phone.trim(),
      };
      const { shape } = savePersonInput;
      const found: PersonProblems = {
        ...(!trimmed.fullName && { fullName: t("problem.name_missing") }),
        ...(!shape.email.safeParse(trimmed.email).success && { email: t("problem.email_wrong") }),
        ...(!shape.phone.safeParse(trimmed.phone).success && { phone: t("problem.phone_wrong") }),
      };
      setTrouble(null);
      show(found);
      return Object.keys(found).length === 0 ? trimmed : null;
    },
    refuse: (refusal: MeetingRefusal | null) => {
      if (refusal?.reason === "address_missing") return show({ email: words.refusal(refusal) });
      setTrouble(refusal ? words.refusal(refusal) : t("changeFailed"));
    },
  };
}
