"use client";

import { ErrorPage, type ErrorPageProps } from "@/components/shell/error-page";

/** What fails in a page of the dashboard is said inside its frame. */
export default function DashboardError(props: ErrorPageProps) {
  return <ErrorPage framed {...props} />;
}
