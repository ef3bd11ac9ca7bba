import { LEAD_COLUMNS, type LeadColumn, type LeadMapping } from "@/server/domain/leads/import/schema";

// How other programs head these columns, in lower case, without anything but letters.
const names: Record<LeadColumn, readonly string[]> = {
  name: [
    "name",
    "fullname",
    "contact",
    "contactname",
    "client",
    "customer",
    "lead",
    "leadname",
    "имя",
    "фио",
    "клиент",
    "контакт",
    "название",
  ],
  phone: [
    "phone",
    "phonenumber",
    "mobile",
    "tel",
    "telephone",
    "телефон",
    "мобильный",
    "номертелефона",
    "тел",
  ],
  email: ["email", "mail", "emailaddress", "почта", "элпочта", "электроннаяпочта", "имейл", "емейл"],
  status: ["status", "stage", "статус", "этап", "стадия"],
  source: ["source", "leadsource", "источник"],
  value: ["value", "amount", "sum", "budget", "price", "dealvalue", "сумма", "бюджет", "стоимость"],
  currency: ["currency", "валюта"],
  owner: ["owner", "manager", "responsible", "assignee", "owneremail", "ответственный", "менеджер"],
  next_step: ["nextstep", "nextaction", "task", "следующийшаг", "задача"],
  next_step_at: ["nextstepat", "nextstepdate", "duedate", "due", "датаследующегошага", "срок"],
  note: [
    "note",
    "notes",
    "comment",
    "comments",
    "description",
    "заметка",
    "примечание",
    "комментарий",
    "описание",
  ],
};

/** Which columns a file's header most likely names. */
export function guessMapping(header: string[]): LeadMapping {
  const bare = header.map((title) => title.toLowerCase().replace(/[^\p{L}]/gu, ""));
  const found = LEAD_COLUMNS.map(
    (column) => [column, bare.findIndex((title) => names[column].includes(title))] as const,
  );
  return Object.fromEntries(found.filter(([, index]) => index >= 0));
}
