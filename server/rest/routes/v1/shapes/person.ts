import { z } from "@hono/zod-openapi";
import type { Contact } from "@/prisma/generated/client";
import { CONTACT_ROLES } from "@/server/domain/messages/hub/schema";

const id = z.number().int();

/** A provider's id as the API tells it. */
export const providerIdShape = z
  .union([z.number().int(), z.string()])
  .openapi({ description: "The provider's id: a number on Telegram, text elsewhere." });

/** Telegram's ids are numbers, whatever else is text stays it. */
export function providerIdOf(provider: string, externalId: string): number | string {
  return provider === "telegram" && /^-?\d{1,15}$/.test(externalId) ? Number(externalId) : externalId;
}

export const roleShape = z.enum(CONTACT_ROLES);

export const paginationShape = z
  .object({ limit: id, offset: id, total: id, has_more: z.boolean() })
  .openapi("Pagination");

/** Where a page stands. */
export function paginationOf(
  { limit, offset }: { limit: number; offset: number },
  total: number,
  count: number,
) {
  return { limit, offset, total, has_more: offset + count < total };
}

/** A person or bot. */
export const personShape = z
  .object({
    id,
    user_id: providerIdShape,
    provider: z.string(),
    username: z.string().nullable(),
    first_name: z.string(),
    last_name: z.string().nullable(),
    role: roleShape,
    is_manager: z.boolean(),
    is_staff: z.boolean(),
    is_bot: z.boolean(),
    exclude_from_analytics: z.boolean(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    language: z.string().nullable(),
    first_seen: z.iso.datetime(),
    last_seen: z.iso.datetime(),
  })
  .openapi("Person", {
    example: {
      id: 17,
      user_id: 987654321,
      provider: "telegram",
      username: "maria",
      first_name: "Мария",
      last_name: "Соколова",
      role: "client",
      is_manager: false,
      is_staff: false,
      is_bot: false,
      exclude_from_analytics: false,
      phone: null,
      email: null,
      language: "ru",
      first_seen: "2026-10-02T08:11:04.000Z",
      last_seen: "2026-11-21T06:30:00.000Z",
    },
  });

const staff: readonly string[] = ["admin", "director", "manager"];

/** A contact as the API tells it. */
export function personOf(contact: Contact): z.infer<typeof personShape> {
  return {
    id: contact.id,
    user_id: providerIdOf(contact.provider, contact.externalId),
    provider: contact.provider,
    username: contact.username,
    first_name: contact.firstName,
    last_name: contact.lastName,
    role: contact.role,
    is_manager: contact.role === "manager",
    is_staff: staff.includes(contact.role),
    is_bot: contact.isBot || contact.role === "broadcast_bot" || contact.role === "assistant_bot",
    exclude_from_analytics: contact.excludeFromAnalytics,
    phone: contact.phone,
    email: contact.email,
    language: contact.languageCode,
    first_seen: contact.firstSeenAt.toISOString(),
    last_seen: contact.lastSeenAt.toISOString(),
  };
}
