import type { ChatType, ContactRole, Intent, Sentiment } from "@/prisma/generated/client";
import type { SeenPerson } from "@/server/domain/contacts/identify-contact";
import type { HubMessageDraft } from "@/server/domain/messages/hub/hub-message-draft";
import type { Tx } from "@/server/lib/db";

export type ImportedPerson = SeenPerson & {
  /** Given as if by hand, so that no rule changes it; left out, the rules decide. */
  role?: ContactRole;
};

/** A chat as its source knows it; `contact` is the other person of a private one. */
export type ImportedChat = {
  externalId: string;
  type: ChatType;
  title?: string;
  contact?: ImportedPerson;
};

export type ImportedMessage = {
  chat: ImportedChat;
  sender: ImportedPerson | null;
  draft: Omit<HubMessageDraft, "chatId" | "contactId">;
  transcript?: string;
  understood?: ImportedUnderstanding;
};

/** What the source had found out about a message. */
export type ImportedUnderstanding = {
  intent: Intent;
  /** 0 to 1. */
  confidence: number;
  sentiment: Sentiment;
  entities: object;
  urgent: boolean;
  model: string | null;
};

/** Something that could not be taken over: where it stands in the source, and why not. */
export type BadRow = { where: string; why: string };

/** Where the import goes. */
export type ImportPlace = { workspaceId: number; resourceId: number; locale: "en" | "ru"; timeZone: string };

/** A part of a source, stored with the place where to go on after it: both or neither. */
export type ImportStep = {
  /** Returns how many rows were new. */
  store: (tx: Tx) => Promise<number>;
  cursor: Record<string, string | number>;
  bad: BadRow[];
  /** Which part of the source it is, in words. */
  what: string;
  /** How far through the source it ends, 0 to 1. */
  share: number;
};

/** A source of an import: `steps` begins where `cursor`, of the last step stored, ended. */
export type ImportSource = {
  kind: "telegram-export" | "older-hub";
  /** SHA-256 of what identifies it. */
  key: string;
  steps: (place: ImportPlace, cursor: Record<string, unknown>) => AsyncGenerator<ImportStep>;
  close: () => Promise<void>;
};
