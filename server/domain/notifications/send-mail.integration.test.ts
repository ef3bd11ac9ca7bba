import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { queueMail } from "./queue-mail";
import { sendMail } from "./send-mail";

const received: { from: string; to: string[]; raw: string }[] = [];
let refusal: { code: number; message: string } | null = null;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo(_address, _session, done) {
    done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom ? mailFrom.address : "";
      received.push({
        from,
        to: rcptTo.map(({ address }) => address),
        raw: Buffer.concat(chunks).toString(),
      });
      done();
    });
  },
});

beforeAll(async () => {
  const listening = server.listen(0, "127.0.0.1");
  await new Promise((resolve) => listening.once("listening", resolve));
  const { port } = listening.address() as AddressInfo;
  env.SMTP_URL = `smtp://127.0.0.1:${port}?from=support@example.com`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  received.length = 0;
  refusal = null;
});

async function queued(to = "ann@example.com", workspaceId: number | null = null): Promise<number> {
  await transaction((tx) =>
    queueMail(tx, { to, subject: "Привет", text: "Hello\nhttp://x/?a=b", workspaceId }),
  );
  return (await db.mail.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
}
const row = (id: number) => db.mail.findUniqueOrThrow({ where: { id } });
const waitingJobs = (id: number) =>
  db.$queryRaw<{ run_at: Date }[]>`select run_at from graphile_worker.jobs where key = ${`mail:${id}`}`;

describe("a letter", () => {
  test("goes out once, to one recipient, and its text is erased", async () => {
    const id = await queued("ann@example.com");
    expect(await waitingJobs(id)).toHaveLength(1);
    await sendMail({ mailId: id });
    await sendMail({ mailId: id });
    expect(received).toMatchObject([{ from: "support@example.com", to: ["ann@example.com"] }]);
    expect(received[0]?.raw).toContain("Hello");
    expect(await row(id)).toMatchObject({ state: "sent", text: "", attempts: 1 });
  });

  test("a calendar event goes out as a part of its own and as a file, and is erased", async () => {
    const calendar = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
    await transaction((tx) =>
      queueMail(tx, { to: "ann@example.com", subject: "Off", text: "Off", calendar, workspaceId: null }),
    );
    const { id } = await db.mail.findFirstOrThrow({ orderBy: { id: "desc" } });
    await sendMail({ mailId: id });
    const raw = received[0]?.raw ?? "";
    expect(raw).toMatch(/Content-Type: text\/calendar;[^\n]*\s*method=CANCEL/);
    expect(raw).toMatch(/Content-Type: application\/ics; name=invite\.ics/);
    expect(await row(id)).toMatchObject({ state: "sent", text: "", calendar: null });
  });

  test("waits, longer each time, while the server does not take it", async () => {
    refusal = { code: 451, message: "Try later" };
    const id = await queued();
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await sendMail({ mailId: id });
      const [job] = await waitingJobs(id);
      pauses.push((job?.run_at.getTime() ?? 0) - Date.now());
    }
    expect(pauses[1]).toBeGreaterThan(pauses[0] ?? 0);
    expect(pauses[2]).toBeGreaterThan(pauses[1] ?? 0);
    expect(await row(id)).toMatchObject({ state: "pending", attempts: 3 });
    refusal = null;
    await sendMail({ mailId: id });
    expect(await row(id)).toMatchObject({ state: "sent", error: null });
  });

  test("that is refused for good is given up", async () => {
    refusal = { code: 550, message: "No such user" };
    const id = await queued();
    await sendMail({ mailId: id });
    const { state, text, error } = await row(id);
    expect({ state, text }).toEqual({ state: "failed", text: "" });
    expect(error).toContain("No such user");
  });

  test("of the demo workspace never leaves", async () => {
    const { id: workspaceId } = await db.workspace.create({ data: { name: "Demo", origin: "demo" } });
    const id = await queued("anybody@example.com", workspaceId);
    await sendMail({ mailId: id });
    expect(received).toEqual([]);
    expect(await row(id)).toMatchObject({ state: "sent", text: "Hello\nhttp://x/?a=b" });
  });

  test("is printed where there is no server", async () => {
    const smtpUrl = env.SMTP_URL;
    env.SMTP_URL = undefined;
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    try {
      const id = await queued();
      await sendMail({ mailId: id });
      expect(write.mock.calls.flat().join("")).toContain("http://x/?a=b");
      expect(await row(id)).toMatchObject({ state: "sent", text: "" });
    } finally {
      write.mockRestore();
      env.SMTP_URL = smtpUrl;
    }
  });
});
