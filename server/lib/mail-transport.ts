import { createTransport, type Transporter } from "nodemailer";
import { appUrl, env } from "@/server/lib/env";

export type Letter = {
  to: string;
  subject: string;
  text: string;
  /** A calendar event that goes with it (RFC 5545), METHOD included. */
  calendar?: string | null;
};

export type SendingOutcome =
  | { ok: true }
  /** `permanent`: the server refused this letter for good (SMTP 5xx), trying again is of no use. */
  | { ok: false; permanent: boolean; reason: string };

let transporter: Transporter | undefined;

function open(smtpUrl: string): Transporter {
  const url = new URL(smtpUrl);
  const from = url.searchParams.get("from") ?? `AssistChat <no-reply@${new URL(appUrl).hostname}>`;
  url.searchParams.delete("from");
  return createTransport(
    { url: url.href, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from },
  );
}

/** What a calendar event asks of its reader, such as REQUEST or CANCEL. */
function methodOf(calendar: string): string {
  return /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? "PUBLISH";
}

/** Whether letters leave by SMTP; without SMTP_URL they are shown in the console. */
export function hasMailServer(): boolean {
  return env.SMTP_URL !== undefined;
}

/** Hands a letter to the SMTP server of SMTP_URL, whose `from` parameter names the sender. */
export async function deliverMail({ to, subject, text, calendar }: Letter): Promise<SendingOutcome> {
  if (!env.SMTP_URL) return { ok: false, permanent: true, reason: "SMTP_URL is not set" };
  transporter ??= open(env.SMTP_URL);
  try {
    // An address object is taken as it is: a comma in it does not make two recipients.
    await transporter.sendMail({
      to: { name: "", address: to },
      subject,
      text,
      // As a part that mail programs offer to answer, and as a file for the others.
      ...(calendar && {
        icalEvent: { method: methodOf(calendar), filename: "invite.ics", content: calendar },
      }),
    });
    return { ok: true };
  } catch (error) {
    const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : 0;
    const reason = error instanceof Error ? error.message : String(error);
    // A login that is refused (535) is the operator's to repair, not the letter's fault.
    return { ok: false, permanent: code >= 550 && code < 560, reason: reason.slice(0, 300) };
  }
}
