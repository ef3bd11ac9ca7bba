import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";

/** Ends a dialog whose deed is done: says so, has what is shown of meetings read anew, closes. */
export function useDone(onClose: () => void): (words: string) => void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return (words) => {
    toast.success(words);
    void queries.invalidateQueries({ queryKey: trpc.meetings.pathKey() });
    onClose();
  };
}
