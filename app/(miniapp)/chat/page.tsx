import { headers } from "next/headers";
import { ChatApp } from "@/components/chat/chat-app";
import { demoAllowed } from "@/server/auth/demo-allowed";

export default async function ChatPage() {
  return <ChatApp demo={demoAllowed(await headers())} />;
}
