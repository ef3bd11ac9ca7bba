import { Video } from "lucide-react";
import { CallsPanel } from "@/components/resources/zoom/calls-panel";
import { ZoomStandIn } from "@/components/resources/zoom/stand-in";
import type { ProviderPage } from "@/server/providers/pages";

/** Zoom's own parts of the pages. */
export const zoomPage: ProviderPage = { Icon: Video, StandIn: ZoomStandIn, Panels: CallsPanel };
