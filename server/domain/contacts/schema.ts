import { z } from "zod";

const contactId = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

/** Name, @username, the channel's id or ours. */
export const searchContactsInput = z.object({ query: z.string().trim().min(1).max(100) });

/** `confirm` is the contact's name as the page shows it, typed. */
export const deleteContactInput = z.object({ contactId, confirm: z.string().max(300) });
export type DeleteContactInput = z.infer<typeof deleteContactInput>;

export type ContactView = {
  id: number;
  name: string;
  username: string | null;
  provider: string;
  externalId: string;
  role: string;
  /** ISO 8601. */
  lastSeenAt: string;
  conversations: number;
};

/** Who is the same person as whom. */
export const mergeContactsInput = z.object({ contactId, intoId: contactId });
export type MergeContactsInput = z.infer<typeof mergeContactsInput>;

export const contactIdInput = z.object({ contactId });

/** Somebody on one channel; several are one person. */
export type PersonContact = {
  id: number;
  name: string;
  username: string | null;
  provider: string;
  externalId: string;
  role: string;
  lastSeenAt: string;
  /** The contact that the others are merged into. */
  isMain: boolean;
};
