import type { Tx } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

/** One of the provider's messages that one of ours came in by: alone, or with the other parts of an album. */
export type InboundPart = {
  externalId: string;
  /** The part's own text, formatting and last edit by the provider's clock. */
  text?: string;
  entities?: TextEntity[];
  editedAt?: Date;
};

/** Ties the provider's messages that one of ours came in by to it, so that replies, edits and reactions find it. */
export async function linkInbound(
  tx: Tx,
  chatId: number,
  parts: InboundPart[],
  messageId: number,
): Promise<void> {
  const isAlbum = parts.length > 1;
  await tx.messageLink.createMany({
    data: parts.map(({ externalId, text = "", entities = [], editedAt }) => ({
      chatId,
      externalId,
      messageId,
      inbound: true,
      editedAt,
      ...(isAlbum && { caption: text, captionEntities: entities }),
    })),
  });
}
