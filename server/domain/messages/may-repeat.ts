import type { Delivery } from "@/prisma/generated/client";
import type { OutgoingAct } from "@/server/providers/provider";

/** An act that was interrupted so often may be what kills the process. */
const mostTries = 5;

/**
 * Whether a delivery that a crash interrupted goes again without being asked for. In a topic a line that stands twice
 * harms nobody, and one that is missing leaves a customer alone; what people approved must not be lost. Customers get
 * nothing else twice unless a person decides so.
 */
export function mayRepeat({
  act,
  topicId,
  approvalId,
  attempts,
}: Pick<Delivery, "act" | "topicId" | "approvalId" | "attempts">): boolean {
  const harmless = topicId !== null || approvalId !== null || (act as OutgoingAct).type !== "message";
  return attempts < mostTries && harmless;
}
