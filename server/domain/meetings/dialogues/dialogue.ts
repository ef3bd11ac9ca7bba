import type { Prisma } from "@/prisma/generated/client";

/** Where a person stands in a step-by-step dialogue: `data` has the shape of the dialogue's own schema. */
export type OpenDialogue = { name: string; step: string; data: Prisma.InputJsonValue };
