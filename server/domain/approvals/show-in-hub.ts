import type { Delivery } from "@/prisma/generated/client";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** What went out by approval stands in the hub, too; that of a conversation comes there with the conversation. */
export async function showInHub(tx: Tx, delivery: Delivery, externalIds: string[]): Promise<void> {
  const { approvalId, messageId, chatId, workspaceId } = delivery;
  if (approvalId === null || messageId !== null) return;
  const approval = await tx.approval.findUniqueOrThrow({ where: { id: approvalId } });
  const now = clock.now();
  const byMember = approval.source.startsWith("member:");
  await tx.hubMessage.createMany({
    data: [
      {
        workspaceId,
        chatId,
        author: "member",
        userId: approval.decidedByKind === "member" ? approval.decidedById : null,
        externalId: externalIds[0] ?? null,
        text: approval.text,
        isAutomatic: !byMember || approval.batchId !== null,
        sentAt: now,
      },
    ],
    skipDuplicates: true,
  });
  await tx.chat.update({ where: { id: chatId }, data: { lastMessageAt: now } });
  await tellHub(tx, workspaceId);
}
