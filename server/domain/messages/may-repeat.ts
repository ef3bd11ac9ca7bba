import type { Delivery } from "@/prisma/generated/client";
import type { OutgoingAct } from "@/server/providers/provider";

/** An act that was interrupted so often may be what kills the process. */
const mostTries = 5;

/**
 * Whether a delivery that a crash interrupted goes again without being asked for. In a topic a line that stands twice
 * harms nobody, and one that is missing leaves a customer alone; customers get nothing twice unless a person decides so.
 */
export function mayRepeat({
  act,
  topicId,
  attempts,
}: Pick<Delivery, "act" | "topicId" | "attempts">): boolean {
  return attempts < mostTries && (topicId !== null || (act as OutgoingAct).type !== "message");
}
