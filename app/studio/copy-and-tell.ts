import { copyText } from "@/components/ui/copy-text";
import { toast } from "@/components/ui/toast";

/** Copies what was chosen in a list that closes by it; `said` is what a toast then says. */
export async function copyAndTell(value: string, said: string): Promise<void> {
  if (await copyText(value)) toast({ title: said });
  else
    toast({
      title: "Not copied: the browser does not allow it. Copy it by hand:",
      description: value,
      urgent: true,
    });
}
