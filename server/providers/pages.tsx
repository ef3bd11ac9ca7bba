import type { ComponentType } from "react";
import type { FieldValue } from "@/server/providers/form";
import { kchatPage } from "@/server/providers/kchat/page";
import type { ProviderSlug } from "@/server/providers/registry";
import { telegramPage } from "@/server/providers/telegram/page";
import { webhookPage } from "@/server/providers/webhook/page";
import { zoomPage } from "@/server/providers/zoom/page";

/** What a panel of a provider's own gets to know of its resource. */
export type PanelProps = {
  resource: {
    id: number;
    world: "service" | "simulator";
    username: string | null;
    state: "ready" | "active" | "paused" | "error";
    mayChange: boolean;
  };
};

/** What a provider shows beyond its generated form. */
export type ProviderPage = {
  Icon: ComponentType<{ className?: string }>;
  /** Makes an account in the simulator and fills it into the form; shown where *Simulator* is chosen. */
  StandIn?: ComponentType<{ onFill: (values: Record<string, FieldValue>) => void }>;
  /** Parts of its own on the resource's page. */
  Panels?: ComponentType<PanelProps>;
};

/** Every provider's own parts: one line each. */
export const providerPages: Record<ProviderSlug, ProviderPage> = {
  telegram: telegramPage,
  kchat: kchatPage,
  zoom: zoomPage,
  webhook: webhookPage,
};
