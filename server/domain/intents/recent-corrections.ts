import type { UnderstandingExample } from "@/server/ai/understand-messages";
import { db } from "@/server/lib/db";

const most = 300;
/** Longer messages are hardly ever said twice, and cost much as examples. */
const longest = 400;

/** What people of the workspace last said of messages, newest first. */
export async function recentCorrections(workspaceId: number): Promise<UnderstandingExample[]> {
  const corrected = await db.messageAnalysis.findMany({
    where: { workspaceId, correctedAt: { not: null } },
    orderBy: { correctedAt: "desc" },
    take: most,
    select: {
      intent: true,
      sentiment: true,
      urgent: true,
      hubMessage: { select: { text: true, transcript: true } },
    },
  });
  return corrected.flatMap(({ hubMessage, ...said }) => {
    const text = [hubMessage.text, hubMessage.transcript].filter(Boolean).join("\n").trim();
    return text && text.length <= longest ? [{ ...said, text }] : [];
  });
}
