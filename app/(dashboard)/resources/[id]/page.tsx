import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireMember } from "@/app/(dashboard)/require-member";
import { ResourcePage } from "@/components/resources/resource-page";
import { Texts } from "@/components/shell/texts";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

type OneResourcePageProps = { params: Promise<{ id: string }> };

const load = cache(async (id: string) => {
  await requireMember(`/resources/${id}`);
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const { resources } = createCaller(createContext(await headers()));
  try {
    return await Promise.all([resources.detail({ resourceId: Number(id) }), resources.list()]);
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: OneResourcePageProps): Promise<Metadata> {
  const [detail] = await load((await params).id);
  return { title: detail.name };
}

export default async function OneResourcePage({ params }: OneResourcePageProps) {
  const [detail, list] = await load((await params).id);
  return (
    <Texts of={["Resources", "Providers", "Calls"]}>
      <ResourcePage initial={detail} initialList={list} />
    </Texts>
  );
}
