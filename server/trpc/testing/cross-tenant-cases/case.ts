import type { Permission } from "@/server/domain/workspaces/policy";
import type { Foreign } from "@/server/trpc/testing/foreign-workspace";

/** How the matrix calls a procedure. */
export type CrossTenantCase = {
  /** Whom the procedure serves: `account` and `member` by the session's cookie, `customer` by their token. */
  by: "anyone" | "account" | "member" | "customer";
  /** A valid input that names what is the foreign workspace's wherever it names anything. */
  input?: (foreign: Foreign) => unknown;
  /** Members whose role lacks it are refused, whatever they name. */
  permission?: Permission;
  /** It names something foreign and must throw, or answer `null`, `{ok: false}` or nothing. */
  refuses?: true;
};
