import type { KchatPerson } from "@/components/simulator/kchat/kchat-types";

/** What an invitee can say to the meetings' bot with one press. */
export const INVITEE_WORDS = ["/участие", "/информация", "Да", "Нет", "/помощь", "/start"];

/** What an organiser can say with one press; those to invite stand in the form of a list's line. */
export function organiserWords(invitees: KchatPerson[]): string[] {
  const lines = invitees.map(
    ({ lastName, firstName, middleName, email, phone }) =>
      `${lastName} ${firstName} ${middleName} | ${email} | ${phone}`,
  );
  return [
    "/создать_собрание",
    "завтра",
    "10:00",
    "/пропустить",
    ...lines,
    "/приглашенные",
    "/собрание",
    "/отмена",
    "/помощь",
  ];
}
