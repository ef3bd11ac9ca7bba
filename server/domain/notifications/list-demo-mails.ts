import { db } from "@/server/lib/db";

/** A letter as the simulator shows it. `at` is ISO 8601 with zone. */
export type DemoMail = {
  id: number;
  to: string;
  subject: string;
  text: string;
  /** The calendar event that goes with it (RFC 5545); null for none. */
  calendar: string | null;
  at: string;
};

/** The demo workspace's newest letters, which go nowhere else. */
export async function listDemoMails(): Promise<DemoMail[]> {
  const mails = await db.mail.findMany({
    where: { workspace: { origin: "demo" } },
    orderBy: { id: "desc" },
    take: 50,
  });
  return mails.map(({ id, to, subject, text, calendar, createdAt }) => ({
    id,
    to,
    subject,
    text,
    calendar,
    at: createdAt.toISOString(),
  }));
}
