import type { Conversation } from "@/prisma/generated/client";
import { sayPhrase } from "@/server/domain/conversations/say-phrase";
import { officeState } from "@/server/domain/workspaces/office-hours";
import { openingWords } from "@/server/domain/workspaces/opening-words";
import { supportSettings } from "@/server/domain/workspaces/schema";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { localeFor } from "@/server/lib/phrases";

/**
 * Tells a waiting customer, once per closed period, that nobody is there now and when somebody will be; `toldAt` is
 * when they were last told their state. Null while people are there: then nothing is said.
 */
export async function sayOffHours(
  tx: Tx,
  conversation: Conversation,
  toldAt: Date | null,
): Promise<Conversation | null> {
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: conversation.workspaceId } });
  const { officeHours, offHoursMessage } = supportSettings.parse(workspace.supportSettings);
  const now = clock.now();
  const { open, since, until } = officeState(officeHours, workspace.timeZone, now);
  if (open) return null;
  if (toldAt && (!since || toldAt >= since)) return conversation;
  const locale = localeFor(conversation.language);
  const opening = until && openingWords(locale, workspace.timeZone, until, now);
  const own = opening && offHoursMessage[locale].replaceAll("{opening}", opening);
  return sayPhrase(
    tx,
    conversation,
    {
      ...(opening ? { key: "Bot.offHours", values: { opening } } : { key: "Bot.offHoursUnknown" }),
      author: "assistant",
      ...(own && { text: own }),
    },
    { waitNoticedAt: now },
  );
}
