import { z } from "zod";
import { bareUsername } from "@/server/domain/contacts/roles/bare-username";
import { CONTACT_ROLES } from "@/server/domain/messages/hub/schema";

const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

export const ROLE_RULE_KINDS = ["external_id", "username", "name", "bot"] as const;

/**
 * Whom a rule means: the provider's id of a person, an @username, a part of the shown name, or (`bot`, whose pattern is
 * empty) any bot. The highest priority counts.
 */
export const roleRuleInput = z
  .object({
    id: id.optional(),
    kind: z.enum(ROLE_RULE_KINDS),
    pattern: z.string().trim().max(100).default(""),
    role: z.enum(CONTACT_ROLES),
    excludeFromAnalytics: z.boolean().default(false),
    priority: z.number().int().min(-1000).max(1000).default(0),
  })
  .refine(({ kind, pattern }) => kind === "bot" || bareUsername(pattern).length > 0, {
    path: ["pattern"],
    message: "Say whom the rule means.",
  });
export type RoleRuleInput = z.infer<typeof roleRuleInput>;

export const roleRuleIdInput = z.object({ id });

/** A rule as the page shows it. */
export type RoleRuleView = {
  id: number;
  kind: (typeof ROLE_RULE_KINDS)[number];
  pattern: string;
  role: (typeof CONTACT_ROLES)[number];
  excludeFromAnalytics: boolean;
  priority: number;
};

/** `role` null gives the contact back to the rules; what is left out stays. */
export const setContactRoleInput = z.object({
  contactId: id,
  role: z.enum(CONTACT_ROLES).nullable().optional(),
  excludeFromAnalytics: z.boolean().optional(),
});
export type SetContactRoleInput = z.infer<typeof setContactRoleInput>;

export type ContactRoleView = {
  id: number;
  role: (typeof CONTACT_ROLES)[number];
  isStaff: boolean;
  isBot: boolean;
  excludeFromAnalytics: boolean;
  roleByHand: boolean;
};
