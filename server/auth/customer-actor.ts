import { readCustomerToken } from "@/server/auth/customer-token";
import type { CustomerActor } from "@/server/lib/actor";
import { pool } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * The customer whom an `Authorization: Bearer` header proves. Throws `unauthenticated` with the reason
 * `token_missing`, `token_invalid` or `token_expired`; a token of a person or bot that is gone is invalid.
 */
export async function customerActor(authorization: string | null): Promise<CustomerActor> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  if (!token) {
    throw new AppError(
      "unauthenticated",
      "token_missing",
      "Open a session first and send its token as a Bearer token.",
    );
  }
  const verdict = readCustomerToken(token);
  if (!verdict.ok) {
    throw verdict.fault === "expired"
      ? new AppError("unauthenticated", "token_expired", "The session has expired; open a new one.")
      : invalid();
  }
  const { actor } = verdict;
  const { rowCount } = await pool().query({
    name: "customer_actor",
    text: `select from contacts join resources on resources.id = $3 and resources.workspace_id = contacts.workspace_id
      where contacts.id = $1 and contacts.workspace_id = $2`,
    values: [actor.contactId, actor.workspaceId, actor.resourceId],
  });
  if (!rowCount) throw invalid();
  return actor;
}

function invalid(): AppError {
  return new AppError(
    "unauthenticated",
    "token_invalid",
    "The session's token is not valid; open a new session.",
  );
}
