import { z } from "zod";
import demoGroup from "@/config/demo-group.json";
import { identifyContacts } from "@/server/domain/contacts/identify-contacts";
import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { insertHubMessages } from "@/server/domain/messages/hub/insert-hub-messages";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

const hourMs = 3600_000;

const demoGroupSchema = z.object({
  group: z.object({ id: z.number(), title: z.string() }),
  people: z.record(
    z.string(),
    z.object({
      id: z.number(),
      firstName: z.string(),
      lastName: z.string().optional(),
      username: z.string().optional(),
      isBot: z.boolean().default(false),
    }),
  ),
  messages: z.array(
    z.object({ hoursAgo: z.number(), by: z.string(), text: z.string(), answers: z.number().optional() }),
  ),
});

/** The demo's ordinary group with what was said there in the last days, made once. */
export async function ensureDemoGroup(tx: Tx, workspaceId: number, resourceId: number): Promise<void> {
  const { group, people, messages } = demoGroupSchema.parse(demoGroup);
  const externalId = String(group.id);
  const place = { resourceId_externalId: { resourceId, externalId } };
  if (await tx.chat.findUnique({ where: place, select: { id: true } })) return;
  const { id: chatId } = await tx.chat.create({
    data: {
      ...{ workspaceId, resourceId, externalId },
      type: "supergroup",
      title: group.title,
      botStatus: "administrator",
    },
  });
  const contacts = await identifyContacts(
    tx,
    workspaceId,
    "telegram",
    Object.values(people).map(({ id, ...person }) => ({
      ...person,
      externalId: String(id),
      languageCode: "ru",
    })),
  );
  const now = clock.now().getTime();
  // Not numbers, as the group's own messages have.
  const idOf = (index: number) => `demo:${index}`;
  const { waits } = await insertHubMessages(
    tx,
    workspaceId,
    messages.map(({ hoursAgo, by, text, answers }, index) => ({
      chatId,
      contactId: contacts.get(String(people[by]?.id)) ?? null,
      externalId: idOf(index),
      type: "text",
      text,
      replyToExternalId: answers === undefined ? null : idOf(answers),
      sentAt: new Date(now - hoursAgo * hourMs),
    })),
    { late: false },
  );
  if (waits) await wakeAnalysis(tx, workspaceId);
}
