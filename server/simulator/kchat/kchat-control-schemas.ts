import { z } from "zod";

/** A 64-bit number, in the control API always as text. */
export const id = z.string().regex(/^-?\d{1,19}$/);
const word = z.string().min(1);

export const botSchema = z.strictObject({ id: id.optional(), name: word, token: word.optional() });
export const userSchema = z.strictObject({
  id: id.optional(),
  firstName: word,
  lastName: word.optional(),
  middleName: word.optional(),
  email: word.optional(),
  phone: word.optional(),
});
export const groupSchema = z.strictObject({
  id: id.optional(),
  workspaceId: id.optional(),
  title: word,
  members: z.array(id).min(1),
});
export const p2pSchema = z.strictObject({ user: id, bot: id, workspaceId: id.optional() });
const fileSchema = z.strictObject({
  fileName: word,
  length: z.int().positive(),
  mimeType: word,
  resourceRef: z.unknown().optional(),
});
export const saySchema = z.strictObject({
  from: id,
  group: id,
  text: z.string().max(4096).default(""),
  replyTo: id.optional(),
  file: fileSchema.optional(),
});
export const pressSchema = z.strictObject({
  from: id,
  group: id,
  message: id,
  button: z.union([z.string(), z.int()]),
});
export const faultSchema = z.strictObject({
  bot: id.optional(),
  method: word.default("*"),
  status: z.int().min(400).max(599).optional(),
  message: z.string().optional(),
  carriedOut: z.boolean().default(false),
  drop: z.boolean().default(false),
  delayMs: z.int().nonnegative().default(0),
  times: z.int().positive().default(1),
});
export const streamSchema = z.strictObject({
  bot: id,
  /** Breaks the connections at once. */
  cut: z.boolean().default(false),
  cutAfter: z.int().positive().optional(),
  double: z.int().nonnegative().optional(),
  reorder: z.int().min(2).optional(),
  refuse: z.int().nonnegative().optional(),
  mute: z.boolean().optional(),
});
export const settingsChange = z
  .strictObject({
    requestLimit: z.strictObject({ enabled: z.boolean(), perMinute: z.int().positive() }).partial(),
    deduplicates: z.boolean(),
    payloads: z.enum(["object", "string", "mixed"]),
    echoOwnMessages: z.boolean(),
    pingMs: z.int().positive(),
  })
  .partial();
