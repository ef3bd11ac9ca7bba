/** How Telegram writes a person's name. */
export function personName(person: { firstName: string; lastName?: string }): string {
  return person.lastName ? `${person.firstName} ${person.lastName}` : person.firstName;
}
