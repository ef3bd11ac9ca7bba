import { enqueue } from "@/server/jobs/enqueue";
import type { Tx } from "@/server/lib/db";

export type MailDraft = {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
  /** A calendar event that goes with it (RFC 5545), METHOD included. */
  calendar?: string | null;
  /** The workspace it is about; null for letters about an account alone. */
  workspaceId: number | null;
};

/** Puts a letter on its way in the transaction of what it tells of; see `sendMail`. */
export async function queueMail(tx: Tx, draft: MailDraft): Promise<void> {
  const { id } = await tx.mail.create({ data: draft, select: { id: true } });
  await enqueue(tx, "send-mail", { mailId: id }, { jobKey: `mail:${id}` });
}
