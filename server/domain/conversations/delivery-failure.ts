import type { Delivery } from "@/prisma/generated/client";
import type { DeliveryFailure } from "@/server/domain/conversations/schema";

/** Why a delivery that failed, or whose end nobody knows, did not arrive, in the kinds that people are told. */
export function deliveryFailure({
  state,
  errorCode,
}: Pick<Delivery, "state" | "errorCode">): DeliveryFailure {
  if (state === "unknown") return "unknown";
  if (errorCode === "blocked") return "blocked";
  return errorCode === "refused" || errorCode === "address_refused" ? "refused" : "unreachable";
}
