import { hash } from "@node-rs/argon2";

let decoy: Promise<string> | undefined;

/** A hash to check passwords against where there is no account, so that the answer takes as long. */
export function decoyHash(): Promise<string> {
  decoy ??= hash("no account has this password");
  return decoy;
}
