import { z } from "zod";
import cast from "@/config/demo.json";

const personSchema = z.object({
  id: z.number(),
  firstName: z.string(),
  lastName: z.string().optional(),
  username: z.string().optional(),
  languageCode: z.string(),
});

const demoCastSchema = z.object({
  workspace: z.object({ name: z.string(), timeZone: z.string() }),
  bot: z.object({ id: z.number(), username: z.string(), firstName: z.string() }),
  managersGroup: z.object({ id: z.number(), title: z.string() }),
  managers: z.array(personSchema.extend({ role: z.enum(["admin", "director", "manager"]) })),
});

/** The demo's firm and its people, as config/demo.json names them. */
export const demoCast: z.infer<typeof demoCastSchema> = demoCastSchema.parse(cast);
