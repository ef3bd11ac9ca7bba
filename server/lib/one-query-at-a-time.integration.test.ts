import { expect, it } from "vitest";
import { db, pool, transaction } from "@/server/lib/db";

it("lets a transaction read several relations without pg's warning, and goes on after a failure", async () => {
  const warnings: string[] = [];
  const note = (warning: Error) => warnings.push(warning.message);
  process.on("warning", note);
  await db.workspace.create({
    data: {
      name: "Ours",
      contacts: { create: { provider: "telegram", externalId: "1", firstName: "Maria" } },
      resources: { create: { provider: "telegram", name: "Bot", credentials: "", accountKey: "1" } },
    },
  });
  const read = await transaction((tx) =>
    tx.workspace.findFirstOrThrow({ include: { contacts: true, resources: true, sources: true } }),
  );
  expect([read.contacts.length, read.resources.length]).toEqual([1, 1]);

  const client = await pool().connect();
  const answers = await Promise.allSettled([
    client.query("select 1 as one"),
    client.query("select nothing"),
    client.query("select 3 as three"),
  ]);
  client.release();
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", note);
  expect(warnings.filter((text) => text.includes("client.query()"))).toEqual([]);
});
