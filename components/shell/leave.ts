import { signOut } from "next-auth/react";

/** Ends this sign-in and goes to /login. */
export async function leave(): Promise<void> {
  try {
    await signOut({ redirect: false });
  } finally {
    // A full load: nothing of the session may stay in memory.
    window.location.assign("/login");
  }
}
