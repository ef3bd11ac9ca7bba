import { createHash } from "node:crypto";
import { actorName } from "@/server/domain/audit/actor-name";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { guessMapping } from "@/server/domain/leads/import/guess-mapping";
import { readCsv } from "@/server/domain/leads/import/read-csv";
import { type ImportedLead, readImportLine } from "@/server/domain/leads/import/read-import-line";
import {
  type BadLine,
  type LeadImportResult,
  type LeadMapping,
  MOST_BAD_LINES,
  MOST_IMPORT_LINES,
} from "@/server/domain/leads/import/schema";
import { OPEN_STATUSES } from "@/server/domain/leads/schema";
import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";

/** Leads made in one transaction. */
const batchSize = 250;
const sampleLength = 5;

type Import = {
  bytes: AsyncIterable<Uint8Array>;
  /** Null guesses it from the header. */
  mapping: LeadMapping | null;
  /** One try of one person: lines of it that are leads already are not made twice. Null only looks. */
  importId: string | null;
};

type Numbered = { line: number; lead: ImportedLead };

/**
 * Reads a CSV file and makes its good lines leads, or with no `importId` only tells what would happen. A line is bad
 * when a field is wrong, or its phone or e-mail is an open lead's or an earlier line's. Throws `forbidden`, `bad_input`.
 */
export async function importLeads(actor: MemberActor, wanted: Import): Promise<LeadImportResult> {
  requirePermission(actor, "leads.import");
  const { workspaceId } = actor;
  const owners = await ownersOf(workspaceId);
  const { importId } = wanted;
  const seen = await knownAddresses(workspaceId, importId);
  const { currency } = await hubSettingsOf(workspaceId);
  const bad: BadLine[] = [];
  const sample: string[][] = [];
  let [badTotal, good, made, lines] = [0, 0, 0, 0];
  let header: string[] | null = null;
  let mapping = wanted.mapping;
  let batch: Numbered[] = [];
  const refuse = (line: BadLine) => {
    badTotal += 1;
    if (bad.length < MOST_BAD_LINES) bad.push(line);
  };
  const flush = async () => {
    if (importId && batch.length > 0) made += await makeAll(actor, importId, batch, currency);
    batch = [];
  };
  // With the header, and one that is too many.
  for (const { line, cells } of await readCsv(wanted.bytes, MOST_IMPORT_LINES + 2)) {
    if (!header) {
      header = cells?.map((title) => title.slice(0, 100)).slice(0, 200) ?? [];
      mapping ??= guessMapping(header);
      if (mapping.name === undefined && importId) return { ok: false, reason: "no_name" };
      continue;
    }
    lines += 1;
    if (lines > MOST_IMPORT_LINES) return { ok: false, reason: "too_many_lines" };
    if (cells && sample.length < sampleLength) sample.push(cells.map((cell) => cell.slice(0, 200)));
    if (!cells) {
      refuse({ line, reason: "quotes", value: "" });
      continue;
    }
    if (mapping?.name === undefined) continue;
    const read = readImportLine(cells, mapping, owners);
    if (!read.ok) {
      refuse({ line, reason: read.reason, value: read.value });
      continue;
    }
    const { phone, email } = read.lead;
    const twice = [phone, email].find((address) => address && seen.has(address));
    if (twice) {
      refuse({ line, reason: "duplicate", value: twice });
      continue;
    }
    for (const address of [phone, email]) if (address) seen.add(address);
    good += 1;
    batch.push({ line, lead: read.lead });
    if (batch.length === batchSize) await flush();
  }
  await flush();
  if (!header) return { ok: false, reason: "empty" };
  if (made > 0)
    await transaction((tx) =>
      recordAudit(tx, actor, { action: "lead.imported", details: { count: made, refused: badTotal } }),
    );
  return { ok: true, header, mapping: mapping ?? {}, sample, good, bad, badTotal, made };
}

/** Makes those of a batch that an earlier try has not made; gives their number. */
async function makeAll(
  actor: MemberActor,
  importId: string,
  batch: Numbered[],
  currency: string,
): Promise<number> {
  const now = clock.now();
  return transaction(async (tx) => {
    const { name } = await actorName(tx, actor);
    const rows = batch.map(({ line, lead: { note: _, ...lead } }) => ({
      currency,
      ...lead,
      workspaceId: actor.workspaceId,
      clientId: importClientId(importId, line),
      settledAt: OPEN_STATUSES.some((status) => status === lead.status) ? null : now,
    }));
    const notes = new Map(batch.map(({ line, lead }) => [importClientId(importId, line), lead.note]));
    const leads = await tx.lead.createManyAndReturn({
      data: rows,
      skipDuplicates: true,
      select: { id: true, clientId: true, source: true },
    });
    const step = { actorName: name, userId: actor.userId };
    await tx.leadStep.createMany({
      data: leads.flatMap(({ id, clientId, source }) => {
        const note = notes.get(clientId ?? "");
        return [
          { leadId: id, kind: "created" as const, details: { source }, ...step },
          ...(note ? [{ leadId: id, kind: "note" as const, text: note, ...step }] : []),
        ];
      }),
    });
    return leads.length;
  });
}

function importClientId(importId: string, line: number): string {
  return `import:${createHash("sha256").update(importId).digest("hex").slice(0, 32)}:${line}`;
}

/** Phones and e-mails of the leads that are open, but for those that an earlier try of the same import made. */
async function knownAddresses(workspaceId: number, importId: string | null): Promise<Set<string>> {
  const leads = await db.lead.findMany({
    where: {
      workspaceId,
      status: { in: [...OPEN_STATUSES] },
      ...(importId && {
        OR: [
          { clientId: null },
          { NOT: { clientId: { startsWith: importClientId(importId, 0).slice(0, -1) } } },
        ],
      }),
    },
    select: { phone: true, email: true },
  });
  return new Set(leads.flatMap(({ phone, email }) => [phone, email]).filter((address) => address !== null));
}

async function ownersOf(workspaceId: number): Promise<Map<string, number>> {
  const members = await db.member.findMany({
    where: { workspaceId },
    select: { userId: true, user: { select: { name: true, email: true } } },
  });
  return new Map(
    members.flatMap(({ userId, user }) => [
      [user.name.toLowerCase(), userId] as const,
      [user.email.toLowerCase(), userId] as const,
    ]),
  );
}
