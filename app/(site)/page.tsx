import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Landing } from "@/components/landing/landing";
import { demoAllowed } from "@/server/auth/demo-allowed";

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StartPage({ searchParams }: Search) {
  const query = await searchParams;
  if (query.tgWebAppData !== undefined) redirect(`/chat?${toQuery(query)}`);
  const requestHeaders = await headers();
  return (
    <>
      <script src="/open-from-telegram.js" nonce={requestHeaders.get("x-nonce") ?? undefined} />
      <Landing demo={demoAllowed(requestHeaders)} />
    </>
  );
}

function toQuery(query: Awaited<Search["searchParams"]>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  return new URLSearchParams(pairs).toString();
}
