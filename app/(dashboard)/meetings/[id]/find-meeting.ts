import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireMember } from "@/app/(dashboard)/require-member";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

/** The meeting of an address, once a request, for who is signed in; the page of what does not exist where there is none. */
export const findMeeting = cache(async (id: string, path: string) => {
  await requireMember(path);
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const { meetings } = createCaller(createContext(await headers()));
  try {
    return await meetings.get({ meetingId: Number(id) });
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});
