"use client";

import { StandIn } from "@/components/resources/stand-in";
import { callSimulator } from "@/components/simulator/call-simulator";
import type { FieldValue } from "@/server/providers/form";

/** Makes a company with a server-to-server app in the simulator, and fills its credentials into the form. */
export function ZoomStandIn({ onFill }: { onFill: (values: Record<string, FieldValue>) => void }) {
  return <StandIn provider="zoom" make={makeCompany} onFill={onFill} />;
}

async function makeCompany(): Promise<Record<string, FieldValue> | null> {
  const made = await callSimulator<{ accountId: string; clientId: string; clientSecret: string }>(
    "POST",
    "/zoom-accounts",
    { name: "Demo Company" },
  );
  return made.ok ? made.value : null;
}
