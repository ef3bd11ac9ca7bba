import { personEmail, personPhone } from "@/server/domain/meetings/person-address";
import type { BadLine } from "@/server/domain/meetings/schema";

/** Somebody of a list, with the number of their line from 1. */
export type ListedPerson = {
  line: number;
  text: string;
  fullName: string;
  email: string | null;
  phone: string | null;
};

const longestLine = 500;
const longestName = 200;
/** The first line of a sheet that names its columns. */
const heading = /^\W*(фио|ф\.\s*и\.\s*о\.|имя|name|full[ _]name)\s*([|;\t]|$)/i;

/** Reads lines `full name | e-mail | phone`, parted by `|`, `;` or a tab; empty ones and a heading are passed over. */
export function parseInviteeLines(lines: string): { people: ListedPerson[]; bad: BadLine[] } {
  const rows = lines.split(/\r\n|\r|\n/).map((text, index) => ({
    line: index + 1,
    text: text.trim(),
    parts: text.replace(/^\uFEFF/, "").split(/[|;\t]/),
  }));
  return readInviteeRows(rows);
}

/** Reads rows that are cut already, by the same rules. */
export function readInviteeRows(rows: { line: number; text: string; parts: string[] }[]): {
  people: ListedPerson[];
  bad: BadLine[];
} {
  const people: ListedPerson[] = [];
  const bad: BadLine[] = [];
  const seen = new Set<string>();
  let isFirst = true;
  for (const { line, text, parts } of rows) {
    const trimmed = withoutEmptyEnd(parts.map((part) => part.trim()));
    if (trimmed.length === 0) continue;
    const isHeading = isFirst && heading.test(`${trimmed.join("|")}`) && !text.includes("@");
    isFirst = false;
    if (isHeading) continue;
    const read = readParts(trimmed, text.length);
    if ("reason" in read) {
      bad.push({ line, text: text.slice(0, longestLine), reason: read.reason });
      continue;
    }
    const keys = [read.email, read.phone].filter((key) => key !== null);
    if (keys.some((key) => seen.has(key))) {
      bad.push({ line, text, reason: "double" });
      continue;
    }
    for (const key of keys) seen.add(key);
    people.push({ line, text, ...read });
  }
  return { people, bad };
}

function readParts(
  parts: string[],
  length: number,
): Omit<ListedPerson, "line" | "text"> | { reason: BadLine["reason"] } {
  const [fullName = "", ...addresses] = parts;
  if (length > longestLine || fullName.length > longestName) return { reason: "too_long" };
  if (parts.length > 3) return { reason: "too_many_parts" };
  // Somebody left the name out: what stands first is an address.
  if (fullName === "" || personEmail(fullName)) return { reason: "no_name" };
  const [first = "", second = ""] = addresses;
  // With one of both missing, or in the other order, an address tells what it is.
  const [email, phone] =
    second.includes("@") || (second === "" && first !== "" && !first.includes("@") && /^[+\d]/.test(first))
      ? [second, first]
      : [first, second];
  if (email === "" && phone === "") return { reason: "no_address" };
  const read = { fullName, email: personEmail(email), phone: personPhone(phone) };
  if (email !== "" && !read.email) return { reason: "bad_email" };
  if (phone !== "" && !read.phone) return { reason: "bad_phone" };
  return read;
}

function withoutEmptyEnd(parts: string[]): string[] {
  const last = parts.findLastIndex((part) => part !== "");
  return parts.slice(0, last + 1);
}
