import { useChatTexts } from "@/components/chat/chat-texts";
import { Rating } from "@/components/chat/rating";

type ClosedRowProps = { rating: number | null; isBusy: boolean; onRate(rating: number): void };

/** The end of a conversation: a rating, and the way to a new one. */
export function ClosedRow({ rating, isBusy, onRate }: ClosedRowProps) {
  const { t } = useChatTexts();
  return (
    <section className="flex justify-center px-2 pb-2 pt-4">
      <div className="chat-card flex max-w-sm flex-col items-center px-5 py-4 text-center">
        <p className="font-semibold">{rating === null ? t("rateText") : t("rated")}</p>
        <div className="my-1.5">
          <Rating value={rating} isBusy={isBusy} onRate={onRate} />
        </div>
        <p className="text-pretty text-[13px] text-(--chat-muted)">{t("closedText")}</p>
      </div>
    </section>
  );
}
