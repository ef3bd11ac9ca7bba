import { z } from "zod";

const LONGEST_TEXT = 4096;
const MOST_BUTTONS = 20;
const MOST_COLUMNS = 4;

/** A 64-bit number, bare or as decimal text, as the service takes it. */
const kchatId = z.union([z.int(), z.string().regex(/^-?\d{1,19}$/, "not a 64-bit number")]).transform(String);

const span = { offset: z.int().nonnegative(), length: z.int().positive() };
const plainSpan = z.strictObject(span);
const entity = z
  .strictObject({
    bold: plainSpan,
    italic: plainSpan,
    underline: plainSpan,
    strike: plainSpan,
    monospace: plainSpan,
    textUrl: z.strictObject({ ...span, url: z.url(), disablePreview: z.boolean().optional() }),
  })
  .partial()
  .refine((one) => Object.keys(one).length === 1, "an entity is of exactly one kind");

const button = z.strictObject({
  id: z.union([z.int(), z.string().min(1).max(64)]),
  label: z.string().min(1).max(128),
  callbackMessage: z.string().min(1).max(LONGEST_TEXT).optional(),
  callbackData: z.string().max(256).optional(),
  type: z.literal("action", "a button has at most one type, `action`").optional(),
});

const buttonsMarkup = z
  .strictObject({
    inlineMessageButtons: z.array(button).min(1),
    gridMessageButtons: z
      .array(z.array(button).min(1).max(MOST_COLUMNS, `at most ${MOST_COLUMNS} columns`))
      .min(1),
  })
  .partial()
  .refine((markup) => Object.keys(markup).length === 1, "either inline or grid buttons")
  .superRefine((markup, context) => {
    const buttons = markup.inlineMessageButtons ?? markup.gridMessageButtons?.flat() ?? [];
    const ids = new Set(buttons.map(({ id }) => String(id)));
    if (buttons.length > MOST_BUTTONS)
      context.addIssue({ code: "custom", message: `at most ${MOST_BUTTONS} buttons in a message` });
    if (ids.size < buttons.length)
      context.addIssue({ code: "custom", message: "two buttons have the same id" });
  });

const file = z.strictObject({
  fileName: z.string().min(1),
  length: z.int().positive(),
  mimeType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  resourceRef: z.union([z.string().min(1), z.record(z.string(), z.unknown())]),
});

const text = z.string().min(1, "empty").max(LONGEST_TEXT, `longer than ${LONGEST_TEXT}`);

interface Formatted {
  message?: string;
  entities?: z.infer<typeof entity>[];
}

/** Entities count in UTF-16 and stay inside their text. */
function inside({ message = "", entities = [] }: Formatted): boolean {
  return entities.every((one) =>
    Object.values(one).every(({ offset, length }) => offset + length <= message.length),
  );
}

const sent = {
  clientRandomId: kchatId,
  replyMsgId: kchatId.optional(),
  entities: z.array(entity).optional(),
  buttonsMarkup: buttonsMarkup.optional(),
};
const INSIDE = { path: ["entities"], message: "outside the text" };

export const sendTextSchema = z.strictObject({ ...sent, message: text }).refine(inside, INSIDE);
export const sendFileSchema = z
  .strictObject({ ...sent, file, message: text.optional() })
  .refine(inside, INSIDE);
export const sendImageSchema = sendFileSchema.refine(
  ({ file: image }) => image.mimeType.startsWith("image/"),
  {
    path: ["file", "mimeType"],
    message: "not an image",
  },
);
export const updateTextSchema = z
  .strictObject({ message: text, entities: sent.entities, buttonsMarkup: sent.buttonsMarkup })
  .refine(inside, INSIDE);
export const deleteSchema = z.strictObject({ messageIds: z.array(kchatId).min(1).max(100) });
export const confirmSchema = z.strictObject({ lastMessageId: kchatId });
export const typingSchema = z.strictObject({ groupId: kchatId });
export const getUserSchema = z.strictObject({ userId: kchatId });
export const noBody = z.strictObject({});
