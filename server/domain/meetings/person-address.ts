import { z } from "zod";
import { normalisePhone } from "@/server/domain/leads/normalise-phone";

const emailShape = z.email().max(200);

/** An e-mail address as people are recognised by it, in lower case; null for what is none. */
export function personEmail(text: string | null | undefined): string | null {
  const email = text?.trim().toLowerCase();
  return email && emailShape.safeParse(email).success ? email : null;
}

/** A phone number as people are recognised by it: digits with the country's code (E.164 without `+`), at least 7; null for what is none. */
export function personPhone(text: string | null | undefined): string | null {
  const phone = text ? normalisePhone(text)?.replace(/^\+/, "") : undefined;
  return phone && phone.length >= 7 ? phone : null;
}
