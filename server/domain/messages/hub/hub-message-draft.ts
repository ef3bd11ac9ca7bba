import type { HubMessageType } from "@/prisma/generated/client";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import type { TextEntity } from "@/server/lib/text-entity";

/** A message as it stands in a chat at the provider, said by a contact of ours. */
export type HubMessageDraft = {
  /** Ours. */
  chatId: number;
  /** The provider's id of the message in its chat. */
  externalId: string;
  contactId: number | null;
  type: HubMessageType;
  text: string;
  entities?: TextEntity[];
  attachments?: AttachmentDraft[];
  /** Whatever its sender's role says, nobody wrote it for this chat. */
  isAutomatic?: boolean;
  isForwarded?: boolean;
  forwardedFrom?: string | null;
  albumId?: string | null;
  replyToExternalId?: string | null;
  sentAt: Date;
  /** The provider's time of its last edit; what is older than the edit we have changes nothing. */
  editedAt?: Date | null;
};

export type StoredHubMessage = { id: number; chatId: number; externalId: string; isNew: boolean };
