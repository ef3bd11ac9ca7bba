import { z } from "zod";
import type { BadLineReason, LeadColumn, LeadMapping } from "@/server/domain/leads/import/schema";
import { normalisePhone } from "@/server/domain/leads/normalise-phone";
import { LEAD_STATUSES, type LeadStatusName, MOST_VALUE } from "@/server/domain/leads/schema";

/** Names of stages, beside our own, as files have them. */
const stages: Record<string, LeadStatusName> = {
  новый: "new",
  новая: "new",
  связались: "contacted",
  "в работе": "contacted",
  "на связи": "contacted",
  квалифицирован: "qualified",
  подходит: "qualified",
  предложение: "proposal",
  выигран: "won",
  сделка: "won",
  успех: "won",
  проигран: "lost",
  отказ: "lost",
};

export type ImportedLead = {
  name: string;
  phone: string | null;
  email: string | null;
  status: LeadStatusName;
  source: string;
  value: number | null;
  currency?: string;
  ownerUserId: number | null;
  nextStep: string | null;
  nextStepAt: Date | null;
  note: string;
};

type Read = { ok: true; lead: ImportedLead } | { ok: false; reason: BadLineReason; value: string };

/** A line of a file as a lead; `owners` are the members' ids by e-mail and by name, in lower case. */
export function readImportLine(cells: string[], mapping: LeadMapping, owners: Map<string, number>): Read {
  const at = (column: LeadColumn) => unguarded(cells[mapping[column] ?? -1]?.trim() ?? "");
  const bad = (reason: BadLineReason, column: LeadColumn): Read => ({
    ok: false,
    reason,
    value: at(column).slice(0, 100),
  });
  const name = at("name");
  if (!name) return bad("name_missing", "name");
  if (name.length > 200) return bad("name_long", "name");
  const phone = at("phone") ? normalisePhone(at("phone")) : null;
  if (at("phone") && !phone) return bad("phone", "phone");
  const email = at("email").toLowerCase() || null;
  if (email && !isEmail(email)) return bad("email", "email");
  const stage = at("status").toLowerCase();
  const status = stage ? (LEAD_STATUSES.find((known) => known === stage) ?? stages[stage]) : "new";
  if (!status) return bad("status", "status");
  const value = at("value") ? readAmount(at("value")) : null;
  if (Number.isNaN(value)) return bad("value", "value");
  const currency = at("currency").toUpperCase();
  if (currency && !/^[A-Z]{3}$/.test(currency)) return bad("currency", "currency");
  const owner = at("owner") ? owners.get(at("owner").toLowerCase()) : null;
  if (owner === undefined) return bad("owner", "owner");
  const nextStepAt = at("next_step_at") ? readDay(at("next_step_at")) : null;
  if (nextStepAt && Number.isNaN(nextStepAt.getTime())) return bad("next_step_at", "next_step_at");
  if (at("source").length > 80) return bad("long", "source");
  if (at("next_step").length > 300) return bad("long", "next_step");
  if (at("note").length > 4000) return bad("long", "note");
  const lead: ImportedLead = {
    name,
    phone,
    email,
    status,
    source: at("source") || "import",
    value,
    ...(currency && { currency }),
    ownerUserId: owner,
    nextStep: at("next_step") || null,
    nextStepAt,
    note: at("note"),
  };
  return { ok: true, lead };
}

/** What our own export guards against formulas comes back without its apostrophe. */
function unguarded(text: string): string {
  return /^'\s*[=+\-@]/.test(text) ? text.slice(1) : text;
}

function isEmail(text: string): boolean {
  return text.length <= 254 && z.email().safeParse(text).success;
}

/** “1 234,50 €”, “1,234.50” or “1234.5”; NaN for what is no amount. */
function readAmount(text: string): number {
  const bare = text.replace(/[\s\u00a0'’]|[€$£₽]|[A-Z]{3}$/g, "");
  const european = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$|^\d+(,\d{1,2})$/.test(bare);
  const plain = european ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", "");
  const amount = /^\d+(\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 100) / 100 : Number.NaN;
  return amount <= MOST_VALUE ? amount : Number.NaN;
}

/** A day or moment as ISO 8601, or a day as 31.12.2026; without a time it is noon UTC, which is the same day almost everywhere. */
function readDay(text: string): Date {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const day = dotted ? `${dotted[3]}-${dotted[2]?.padStart(2, "0")}-${dotted[1]?.padStart(2, "0")}` : text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return new Date(`${day}T12:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text) ? new Date(text) : new Date(Number.NaN);
}
