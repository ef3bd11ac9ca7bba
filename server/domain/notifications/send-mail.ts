import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import { deliverMail, hasMailServer } from "@/server/lib/mail-transport";

/** Together about a day and a half, longer than any link in a letter is good for. */
const mostAttempts = 14;
const firstPauseMs = 15_000;
const longestPauseMs = 4 * 3600_000;

/**
 * Sends a letter by SMTP, again with growing pauses when the server is away, and erases its text and event once it is gone.
 * Without SMTP_URL it is printed in the console; the demo workspace's letters only ever show in the simulator.
 */
export async function sendMail({ mailId }: { mailId: number }): Promise<void> {
  const mail = await db.mail.findFirst({
    where: { id: mailId, state: "pending" },
    include: { workspace: { select: { origin: true } } },
  });
  if (!mail) return;
  if (mail.workspace?.origin === "demo") {
    await db.mail.update({ where: { id: mailId }, data: { state: "sent", sentAt: clock.now() } });
    return;
  }
  if (!hasMailServer()) printLetter(mail);
  const outcome = hasMailServer() ? await deliverMail(mail) : { ok: true as const };
  const attempts = mail.attempts + 1;
  if (outcome.ok) {
    const data = {
      state: "sent" as const,
      sentAt: clock.now(),
      attempts,
      error: null,
      text: "",
      calendar: null,
    };
    await db.mail.update({ where: { id: mailId }, data });
    return;
  }
  const over = outcome.permanent || attempts >= mostAttempts;
  logger[over ? "error" : "warn"]({ mailId, attempts, reason: outcome.reason }, "a letter could not be sent");
  await transaction(async (tx) => {
    await tx.mail.update({
      where: { id: mailId },
      data: { attempts, error: outcome.reason, ...(over && { state: "failed", text: "", calendar: null }) },
    });
    if (over) return;
    const pauseMs = Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs);
    const runAt = new Date(clock.now().getTime() + pauseMs);
    await enqueue(tx, "send-mail", { mailId }, { jobKey: `mail:${mailId}`, runAt });
  });
}

/** Not through the log, which would cut the links' secrets out. */
function printLetter({ to, subject, text }: { to: string; subject: string; text: string }): void {
  process.stdout.write(`\n--- Letter to ${to}: ${subject}\n${text}\n--- (SMTP_URL is not set)\n\n`);
}
