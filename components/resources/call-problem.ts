import { errorReason } from "@/components/settings/error-reason";
import type { AccountProblem } from "@/server/domain/resources/schema";

/** Why a form could not even be looked at, as a problem of the whole account. */
export function callProblem(error: unknown): AccountProblem {
  const tooOften = errorReason(error) === "rate_limited";
  return { field: null, code: tooOften ? "too_often" : "failed", detail: null };
}
