import { z } from "zod";

/** A formatted part of a text: offset and length in UTF-16 units, as JavaScript and Telegram count. */
export const textEntity = z.object({
  type: z.enum([
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
    "pre",
    "blockquote",
    "text_link",
  ]),
  offset: z.number().int().min(0),
  length: z.number().int().positive(),
  /** Of a `text_link`. */
  url: z.string().optional(),
  /** Of a `pre`: the programming language. */
  language: z.string().optional(),
});
export type TextEntity = z.infer<typeof textEntity>;
