// Telegram puts its data behind the #, which no server sees: a start page opened as a Mini App goes on to the chat.
if (location.hash.includes("tgWebAppData=")) location.replace(`/chat${location.search}${location.hash}`);
