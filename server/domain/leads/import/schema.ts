import { z } from "zod";

/** What a column of a file may be taken as. */
export const LEAD_COLUMNS = [
  "name",
  "phone",
  "email",
  "status",
  "source",
  "value",
  "currency",
  "owner",
  "next_step",
  "next_step_at",
  "note",
] as const;
export type LeadColumn = (typeof LEAD_COLUMNS)[number];

/** Which column of the file each field is taken from, by its place from 0. */
export const leadMapping = z.partialRecord(z.enum(LEAD_COLUMNS), z.number().int().min(0).max(199));
export type LeadMapping = z.infer<typeof leadMapping>;

/** Lines of one file at most, and its bytes. */
export const MOST_IMPORT_LINES = 10_000;
export const MOST_IMPORT_BYTES = 5 * 1024 * 1024;

/** Bad lines that are told one by one; more are counted. */
export const MOST_BAD_LINES = 200;

export type BadLineReason =
  | "name_missing"
  | "name_long"
  | "phone"
  | "email"
  | "status"
  | "value"
  | "currency"
  | "owner"
  | "next_step_at"
  | "long"
  | "duplicate"
  | "quotes";

/** A line of the file that is no lead: its number as an editor shows it (the header is 1), why, and what stood there. */
export type BadLine = { line: number; reason: BadLineReason; value: string };

export type LeadImportResult =
  | {
      ok: true;
      header: string[];
      mapping: LeadMapping;
      /** First lines of the file as they are; at most five. */
      sample: string[][];
      /** Lines that are, or will be, leads. */
      good: number;
      bad: BadLine[];
      badTotal: number;
      /** Leads made now: none in a preview, or for lines that an earlier try with the same id made. */
      made: number;
    }
  | { ok: false; reason: "empty" | "no_name" | "too_many_lines" };
