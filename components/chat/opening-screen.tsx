const BUBBLES = ["w-3/5", "w-2/5", "ml-auto w-1/2", "w-3/4"];

/** The chat's outline while it opens; `label` tells readers who cannot see it. */
export function OpeningScreen({ label }: { label: string }) {
  return (
    <main className="flex h-full flex-col" aria-busy="true">
      <p role="status" className="sr-only">
        {label}
      </p>
      <div className="chat-top border-b border-(--chat-line) bg-(--chat-surface)">
        <div className="mx-auto flex h-15 max-w-3xl items-center gap-3 px-4">
          <span className="chat-bone size-10 rounded-full" />
          <span className="flex flex-col gap-2">
            <span className="chat-bone h-3.5 w-32 rounded-full" />
            <span className="chat-bone h-2.5 w-24 rounded-full" />
          </span>
        </div>
      </div>
      <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col justify-end gap-3 px-4 pb-6">
        {BUBBLES.map((width) => (
          <span key={width} className={`chat-bone h-12 rounded-2xl ${width}`} />
        ))}
      </div>
    </main>
  );
}
