import { issueCustomerToken } from "@/server/auth/customer-token";
import { closeDb, db } from "@/server/lib/db";

// Prints sessions of so many new customers of the demo's bot, one token a line: `mint-sessions.ts <first id> <count>`.
// Their ids at the provider are the numbers from the first on. Opening that many by the door is refused, rightly.
const provider = "telegram";
const [firstId = 0, count = 0] = process.argv.slice(2).map(Number);

const resource = await db.resource.findFirstOrThrow({ where: { provider, world: "simulator" } });
const { id: resourceId, workspaceId } = resource;
const externalIds = Array.from({ length: count }, (_, index) => String(firstId + index));
const people = externalIds.map((externalId) => ({
  workspaceId,
  provider,
  externalId,
  firstName: `Load ${externalId}`,
}));
await db.contact.createMany({ data: people });
const contacts = await db.contact.findMany({
  where: { workspaceId, provider, externalId: { in: externalIds } },
  select: { id: true },
  // All have as many digits.
  orderBy: { externalId: "asc" },
});
const tokens = contacts.map(
  ({ id: contactId }) => issueCustomerToken({ kind: "customer", workspaceId, resourceId, contactId }).token,
);
await closeDb();
process.stdout.write(`${tokens.join("\n")}\n`);
