import { customerActor } from "@/server/auth/customer-actor";
import type { AccountActor, CustomerActor, MemberActor } from "@/server/lib/actor";

/** What procedures know of their caller; the actors are proven only when a procedure asks. */
export type Context = {
  headers: Headers;
  customer: () => Promise<CustomerActor>;
  member: () => Promise<MemberActor>;
  account: () => Promise<AccountActor>;
};

/**
 * The context of a request; several procedures of one batch prove their caller once. What proves members is loaded when
 * it is needed: the door of the customers' streams, outside of Next's bundles, never does.
 */
export function createContext(headers: Headers): Context {
  let customer: Promise<CustomerActor> | undefined;
  let member: Promise<MemberActor> | undefined;
  let account: Promise<AccountActor> | undefined;
  return {
    headers,
    customer: () => {
      customer ??= customerActor(headers.get("authorization"));
      return customer;
    },
    member: () => {
      member ??= import("@/server/auth/member-actor").then(({ memberActor }) => memberActor(headers));
      return member;
    },
    account: () => {
      account ??= import("@/server/auth/account-actor").then(({ accountActor }) => accountActor(headers));
      return account;
    },
  };
}
